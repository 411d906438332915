/**
 * The designer's sign-in: another name than that of AM's session cookie, which journeys and their scripts get to see. This one they do not: an imported
 * script could give it to anybody.
 */
export const ADMIN_COOKIE = 'tandemAdmin';
