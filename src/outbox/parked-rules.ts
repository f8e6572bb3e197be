/** What is said of a delivery whose sending ended the process so often that it was set aside. */
export const endedTwice = 'Parked: the process ended twice while this was sent. It is not tried again by itself.'
