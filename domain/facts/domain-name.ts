/** A domain in its ASCII form (RFC 1035), which has at least two parts; top-level domains such as .рф are `xn--p1ai` there. Its letters' case is written out, for readers of the API's document. */
export const DOMAIN_NAME = /^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+([A-Za-z]{2,63}|[Xx][Nn]--[A-Za-z0-9-]{0,58}[A-Za-z0-9])$/;
