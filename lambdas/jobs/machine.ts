/** The subject that acts when nobody does. */
export const MACHINE = 'whereabouts';
