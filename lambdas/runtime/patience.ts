/**
 * How long a client of AWS waits on a silent connection before it tries again. The default is five minutes, and a function
 * that answers requests has ten seconds; three attempts of these fit in.
 */
export const PATIENCE = { requestHandler: { connectionTimeout: 1_000, socketTimeout: 2_000 } };
