/** How somebody is called whose name was taken out. */
export const formerName = 'A former member'
