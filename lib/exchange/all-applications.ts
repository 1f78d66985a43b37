/** From when on a restriction is for applications, if it is for all of them, whenever they were created. */
export const ALL_APPLICATIONS = "0001-01-01T00:00:00Z";
