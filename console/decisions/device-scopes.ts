/** The devices that a decision can cover; domain/record/decision.ts has them too, with the schemas that a page does not need. */
export const DEVICE_SCOPES = ['corporate-device', 'enrolled-personal-device'] as const;
