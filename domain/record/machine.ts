/** The subject that acts when no person does. */
export const MACHINE = 'whereabouts';
