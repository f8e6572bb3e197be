export const count = (value: number, one: string, many: string): string => `${value} ${value === 1 ? one : many}`
