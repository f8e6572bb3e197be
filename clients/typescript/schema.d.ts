// Written by `npm run client` from /api/v1/openapi.json; never by hand.

export interface paths {
    "/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find everything that I may see */
        get: {
            parameters: {
                query: {
                    /** @description From `next` of the page before; say nothing else about it. */
                    cursor?: string;
                    limit?: number;
                    /** @description As typed into the search box: words, "phrases", -not, from: list: group: before: … */
                    q: string;
                    order?: "newest" | "best";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Hits; `hints` say what could not be read as asked. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Hit"][];
                            next: string | null;
                            hints: string[];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hits by kind, year, author and list */
        get: {
            parameters: {
                query: {
                    /** @description As typed into the search box: words, "phrases", -not, from: list: group: before: … */
                    q: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Counted over the newest thousand. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Counts"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lists/{list}/threads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Threads, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description From `next` of the page before; say nothing else about it. */
                    cursor?: string;
                    limit?: number;
                    /** @description YYYY-MM (UTC): only threads with a message in it. */
                    month?: string;
                };
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of threads. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Thread"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lists/{list}/months": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many messages each month has (UTC) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Newest first. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                month: string;
                                messages: number;
                            }[];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lists/{list}/threads/{message}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A thread by any message of it, oldest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                    /** @description A Message-ID, without angle brackets. */
                    message: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Its messages; who answers whom follows from `references`. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Message"][];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lists/{list}/messages/{message}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One message */
        get: {
            parameters: {
                query?: {
                    variant?: number;
                };
                header?: never;
                path: {
                    list: string;
                    /** @description A Message-ID, without angle brackets. */
                    message: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The message. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Message"] & {
                            /** @description How many messages came with this Message-ID. */
                            variants: number;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lists/{list}/messages/{message}/raw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The mail as it came, byte for byte */
        get: {
            parameters: {
                query?: {
                    variant?: number;
                };
                header?: never;
                path: {
                    list: string;
                    /** @description A Message-ID, without angle brackets. */
                    message: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The mail. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "message/rfc822": string;
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lists/{list}/messages/{message}/attachments/{position}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An attachment */
        get: {
            parameters: {
                query?: {
                    variant?: number;
                };
                header?: never;
                path: {
                    list: string;
                    /** @description A Message-ID, without angle brackets. */
                    message: string;
                    position: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Its bytes, with the type that the mail gave. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every mail that leaves, to each of its recipients, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description From `next` of the page before; say nothing else about it. */
                    cursor?: string;
                    limit?: number;
                    state?: "queued" | "sent" | "deferred" | "failed" | "cancelled";
                    /** @description Part of an address. */
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of deliveries, and how many there are by state. A page of a search may hold few or none and still have a next one. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Delivery"][];
                            next: string | null;
                            counts: {
                                queued?: number;
                                sent?: number;
                                deferred?: number;
                                failed?: number;
                                cancelled?: number;
                            };
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/outbox/{delivery}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One delivery */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    delivery: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The delivery. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Delivery"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Incoming mail: how much waits, and what is parked with its error */
        get: {
            parameters: {
                query?: {
                    /** @description From `next` of the page before; say nothing else about it. */
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Parked mail, newest first; since when the oldest mail waits. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ParkedMail"][];
                            next: string | null;
                            waiting: number;
                            parked: number;
                            /** Format: date-time */
                            oldest: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/queue/{mail}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a parked mail again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    mail: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The mail is tried again. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who I am, and what this token is for */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The person behind the token. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change my settings */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        /** @enum {string} */
                        locale?: "en" | "de" | "fr" | "es";
                        zone?: string;
                        /** @enum {string} */
                        theme?: "system" | "light" | "dark";
                        singleKeys?: boolean;
                    };
                };
            };
            responses: {
                /** @description The settings as they are now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Settings"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register, by name */
        get: {
            parameters: {
                query?: {
                    /** @description From `next` of the page before; say nothing else about it. */
                    cursor?: string;
                    limit?: number;
                    q?: string;
                    country?: string;
                    kind?: "institution" | "consortium" | "vendor" | "affiliate" | "reseller" | "user_group";
                    stage?: "development_partner" | "early_adopter" | "implementing" | "live";
                    members?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of organisations. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["OrganisationLine"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add an organisation to the register */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @enum {string} */
                        kind: "institution" | "consortium" | "vendor" | "affiliate" | "reseller" | "user_group";
                        country?: string;
                        /** Format: uri */
                        website?: string;
                        ror?: string;
                        /** @default [] */
                        domains?: string[];
                    };
                };
            };
            responses: {
                /** @description Added. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisations/{organisation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One organisation, with its dates */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organisation: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The organisation. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Organisation"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Say anew what is known of an organisation; its dates stay */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organisation: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @enum {string} */
                        kind: "institution" | "consortium" | "vendor" | "affiliate" | "reseller" | "user_group";
                        country?: string;
                        /** Format: uri */
                        website?: string;
                        ror?: string;
                        /** @default [] */
                        domains?: string[];
                    };
                };
            };
            responses: {
                /** @description Saved. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The working groups of this site */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All groups. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["GroupLine"][];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One group */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The group with its product, vendor and user groups. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Group"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/roster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who holds which role today */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The roster. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            at: string;
                            items: components["schemas"]["Seat"][];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who held which role on a day, and whose terms were over */
        get: {
            parameters: {
                query?: {
                    on?: string;
                };
                header?: never;
                path: {
                    group: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The roster of that day, today’s by default. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date */
                            on: string;
                            items: components["schemas"]["Term"][];
                            past: components["schemas"]["Term"][];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Give somebody a role */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        /** @enum {string} */
                        role: "coordinator" | "deputy" | "liaison" | "member" | "moderator";
                        /** @default false */
                        formal?: boolean;
                        /** @description A day, a year, or `?` where nobody knows. */
                        from: string;
                        to?: string;
                        /** @default  */
                        how?: string;
                    };
                };
            };
            responses: {
                /** @description Given. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/terms/{term}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say on which day a term ends */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    term: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        toOn: string;
                    };
                };
            };
            responses: {
                /** @description Written down. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My actions and those of my groups, the next due first */
        get: {
            parameters: {
                query?: {
                    /** @description From `next` of the page before; say nothing else about it. */
                    cursor?: string;
                    limit?: number;
                    state?: "open" | "done" | "dropped";
                    mine?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of actions. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Action"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down an action of a group */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /** @default  */
                        note?: string;
                        ownerId?: number;
                        /** Format: date */
                        dueOn?: string;
                    };
                };
            };
            responses: {
                /** @description Written down. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/actions/{action}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Settle an action, or open it again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    action: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "open" | "done" | "dropped";
                        /** @default  */
                        outcome?: string;
                    };
                };
            };
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/handovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Handovers of a group, and what its roles have elsewhere */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The open ones first. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Handover"][];
                            holdings: components["schemas"]["Holding"][];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Prepare the handover of a role; nothing passes yet */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        role: "coordinator" | "deputy" | "liaison" | "moderator" | "member";
                        fromId: number;
                        toId: number;
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Prepared. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/handovers/{handover}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One handover, and what it passed on */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    handover: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The handover. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Handover"] & {
                            items: components["schemas"]["HandedThing"][];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/handovers/{handover}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand over, or call it off */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    handover: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "done" | "withdrawn";
                    };
                };
            };
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/holdings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down what a role has elsewhere; never a password */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        role: "coordinator" | "deputy" | "liaison" | "moderator" | "member";
                        title: string;
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Written down. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/holdings/{holding}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** A role does not have a thing any more */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group: string;
                    holding: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Taken off. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/referents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Namings that wait for the user group, and members for which nobody speaks */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What waits. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Naming"][];
                            vacancies: components["schemas"]["Vacancy"][];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisations/{organisation}/referent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Name who speaks for my institution */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organisation: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        communityId: number;
                        /** @default false */
                        standIn?: boolean;
                        name: string;
                        /** Format: email */
                        email: string;
                        /** Format: date */
                        fromOn: string;
                        /** Format: date */
                        toOn?: string;
                    };
                };
            };
            responses: {
                /** @description Named; the user group confirms. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/referents/{naming}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm a naming, or not; the institution is told why */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    naming: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        decision: "confirm" | "refuse";
                        /** @default  */
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Decided. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/referents/{naming}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take back what I have named */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    naming: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Taken back. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lists/{list}/requests/{request}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One request to join, with its evidence and what follows from it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                    request: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The card. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RequestCard"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lists that I may know of */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All of them. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["List"][];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lists/{list}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One list */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The list. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["List"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lists/{list}/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Confirmed requests to join that wait for a decision, oldest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description At most 200. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Request"][];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Ask to join, for an address that confirms it by mail */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: email */
                        email: string;
                        /** @default  */
                        name?: string;
                    };
                };
            };
            responses: {
                /** @description A mail is on its way to the address. The answer is the same for known and unknown addresses. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lists/{list}/subscribers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Current subscribers, by name */
        get: {
            parameters: {
                query?: {
                    /** @description From `next` of the page before; say nothing else about it. */
                    cursor?: string;
                    limit?: number;
                    /** @description Part of a name or address. */
                    q?: string;
                };
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of subscribers. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Subscriber"][];
                            next: string | null;
                            total: number;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Join with my own confirmed address */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description I am on the list. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lists/{list}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write to a list that I am subscribed to */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        subject: string;
                        text: string;
                        /** @description Message-ID of the message that this one answers. */
                        reply?: string;
                    };
                };
            };
            responses: {
                /** @description The message is on its way to all subscribers, as a mail. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I am subscribed to */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description My subscriptions. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Subscription"][];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/subscriptions/{subscription}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How I receive a list */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    subscription: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The settings of my subscription. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Receiving"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Leave a list; leaving twice changes nothing */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    subscription: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description I have left the list. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change some of how I receive a list */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    subscription: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        receiving?: "each" | "mime_digest" | "plain_digest" | "weekly" | "none";
                        /** @description One of my confirmed addresses. */
                        addressId?: number;
                        /**
                         * Format: date-time
                         * @description Null takes mail up again.
                         */
                        pausedUntil?: string;
                        ownPosts?: boolean;
                        /** @description A copy also where I stand in To or Cc. */
                        whenAddressed?: boolean;
                        onlyTopics?: boolean;
                    };
                };
            };
            responses: {
                /** @description The settings as they are now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Receiving"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/lists/{list}/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a list is: posts, answers, newcomers, deliveries, bounces, month by month */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The list’s health. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListHealth"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lists/{list}/subscribers/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change several subscribers at once, or take them off the list */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SubscriberChange"];
                };
            };
            responses: {
                /** @description How many were changed; others were so already, or have left. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changed: number;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lists/{list}/held/{held}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say that I look at a held mail; it informs the others and keeps nobody out */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                    held: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The others see it. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Look at it no longer */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                    held: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Nobody looks at it. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lists/{list}/held/{held}/note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** A word to the other moderators; nobody else reads it */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                    held: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        note: string;
                    };
                };
            };
            responses: {
                /** @description Kept. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lists/{list}/held/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One decision for several held mails */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        held: number[];
                        /** @enum {string} */
                        decision: "approve" | "reject" | "discard";
                        /** @default  */
                        note?: string;
                        /**
                         * @description With an approval: their mail goes to the list from now on.
                         * @default false
                         */
                        allow?: boolean;
                    };
                };
            };
            responses: {
                /** @description How many were decided; others had been before. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            decided: number;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lists/{list}/held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Held mail, oldest first */
        get: {
            parameters: {
                query?: {
                    /** @description From `next` of the page before; say nothing else about it. */
                    cursor?: string;
                    limit?: number;
                    state?: "held" | "approved" | "rejected" | "discarded" | "expired";
                };
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of held mail. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["HeldLine"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lists/{list}/held/{held}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One held mail, as it reads */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                    held: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The mail. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HeldMail"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lists/{list}/held/{held}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve, reject with a note to the writer, or discard in silence */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                    held: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        decision: "approve" | "reject" | "discard";
                        /** @default  */
                        note?: string;
                        /**
                         * @description With an approval: the writer’s mail goes to the list from now on.
                         * @default false
                         */
                        allow?: boolean;
                    };
                };
            };
            responses: {
                /** @description Decided. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lists/{list}/requests/{request}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept or reject a request to join */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                    request: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        decision: "accept" | "reject";
                        /** @default  */
                        reason?: string;
                        /** @description The workplace, of the organisations that the domain may belong to. */
                        organisationId?: number;
                        /** @description The user group that answers for the person’s data, where several host the list. */
                        hostId?: number;
                        /**
                         * @description The staff page was read and names the person.
                         * @default false
                         */
                        staffPageRead?: boolean;
                    };
                };
            };
            responses: {
                /** @description Decided; a mail tells it. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lists/{list}/subscribers/{subscription}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take somebody off the list; they are told */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                    subscription: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The person is no longer on the list. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lists/{list}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the list is set */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Its settings. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListSettings"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change some of the settings */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title?: string;
                        description?: string;
                        /** @enum {string} */
                        archive?: "public" | "subscribers" | "group";
                        /** @enum {string} */
                        joinPolicy?: "open" | "confirm" | "vetted" | "closed";
                        /** @description Bytes. */
                        maxSize?: number;
                        /** @enum {string} */
                        language?: "en" | "de" | "fr" | "es";
                        /** @description Every mail waits for a moderator. */
                        emergency?: boolean;
                        /** @description A mail of a known writer waits unless an aligned signature or SPF proves it, with or without DMARC. */
                        provenSenders?: boolean;
                        remindDays?: number;
                        expireDays?: number;
                        /** @description Moderators hear once a day who joined and who left. */
                        tellChanges?: boolean;
                        subjectPrefix?: string;
                        footer?: string;
                        /** @enum {string} */
                        repliesTo?: "author" | "list";
                        /**
                         * @description What newcomers receive.
                         * @enum {string}
                         */
                        receiving?: "each" | "mime_digest" | "plain_digest" | "weekly" | "none";
                        digestKb?: number;
                        digestMessages?: number;
                        /** @description When the day’s digest goes out, by the clock of digestZone. */
                        digestHour?: number;
                        /** @description An IANA time zone. */
                        digestZone?: string;
                        /** @enum {string} */
                        html?: "keep" | "free" | "always" | "text";
                        linkAboveKb?: number | null;
                        linkTypes?: string[];
                        dropTypes?: string[];
                    };
                };
            };
            responses: {
                /** @description The settings as they are now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListSettings"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/lists/{list}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules for mail, in their order */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The rules; `own` says whether the list has changed them. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Rules"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Set the rules for mail and their order; null brings back those of Rapport */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        rules: components["schemas"]["Rule"][] | null;
                    };
                };
            };
            responses: {
                /** @description Set. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lists/{list}/bans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom the list does not want */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description At most 1,000, newest first. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Ban"][];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Ban an address, a domain, or what a pattern means */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "address" | "domain" | "pattern";
                        value: string;
                        /** @default  */
                        reason?: string;
                        /**
                         * Format: date
                         * @description The last day; null: for ever.
                         * @default null
                         */
                        until?: string | null;
                    };
                };
            };
            responses: {
                /** @description Banned. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lists/{list}/bans/{ban}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Lift a ban */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                    ban: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Lifted. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lists/{list}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invite people; each gets one mail and is on the list after accepting */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        people: string[];
                        /** @default  */
                        words?: string;
                    };
                };
            };
            responses: {
                /** @description How many were invited, and who was not and why. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            invited: number;
                            left: {
                                email: string;
                                why: string;
                            }[];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lists/{list}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every notice of a list in each language, with its words and a preview */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The notices. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Notice"][];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lists/{list}/notices/{notice}/{locale}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give a notice words of the list’s own */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                    notice: "confirm-join" | "already-joined" | "request-waits" | "welcome" | "request-rejected" | "invitation" | "confirm-leave" | "not-joined" | "left" | "removed" | "help" | "command-results" | "confirm-commands" | "held-author" | "post-rejected" | "held-expired" | "held-moderators" | "held-reminder" | "decision-unclear" | "decided-before" | "join-moderators" | "comings-moderators" | "vouch-asked" | "more-asked";
                    locale: "en" | "de" | "fr" | "es";
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        subject: string;
                        body: string;
                    };
                };
            };
            responses: {
                /** @description It says so from now on. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Back to the words of Rapport */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                    notice: "confirm-join" | "already-joined" | "request-waits" | "welcome" | "request-rejected" | "invitation" | "confirm-leave" | "not-joined" | "left" | "removed" | "help" | "command-results" | "confirm-commands" | "held-author" | "post-rejected" | "held-expired" | "held-moderators" | "held-reminder" | "decision-unclear" | "decided-before" | "join-moderators" | "comings-moderators" | "vouch-asked" | "more-asked";
                    locale: "en" | "de" | "fr" | "es";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It says what Rapport brings. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/subscriptions/{subscription}/topics/{topic}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Follow or mute a topic, or neither any more */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    subscription: number;
                    topic: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        choice: "follow" | "mute" | "none";
                    };
                };
            };
            responses: {
                /** @description Chosen. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Documents that you may see: key documents first, then the newest */
        get: {
            parameters: {
                query?: {
                    /** @description From `next` of the page before; say nothing else about it. */
                    cursor?: string;
                    limit?: number;
                    category?: "key" | "minutes" | "report" | "other";
                    group?: string;
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of documents. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Document"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents/{document}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A document and its versions, the newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    document: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The document. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Document"] & {
                            versions: components["schemas"]["DocumentVersion"][];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents/{document}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One version with its text */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    document: string;
                    version: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The version. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DocumentText"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents/{document}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write a new version, a draft; 409 where yours did not begin with the newest */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    document: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        base: number;
                        body: string;
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Kept. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: number;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents/{document}/versions/{version}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a version */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    document: string;
                    version: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @default role
                         * @enum {string}
                         */
                        way?: "meeting" | "role";
                        decisionId?: number;
                        /** Format: date */
                        on?: string;
                    };
                };
            };
            responses: {
                /** @description Approved. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            approved: number;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents/{document}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a document was reviewed and nothing had to change */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    document: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        nextOn?: string;
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Noted; with the day of the next review. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date */
                            reviewOn: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The requests that I may see, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description From `next` of the page before; say nothing else about it. */
                    cursor?: string;
                    limit?: number;
                    kind?: "idea" | "concern";
                    stage?: "gathering" | "ready" | "submitted" | "answered" | "committed" | "delivered" | "accepted" | "set_aside" | "merged";
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of them. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ListedRequest"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make a request of user cases, for who collates them */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "idea" | "concern";
                        title: string;
                        /** @default  */
                        text?: string;
                        /**
                         * @default subscribers
                         * @enum {string}
                         */
                        visibility?: "group" | "subscribers" | "public";
                        /** @default [] */
                        cases?: number[];
                    };
                };
            };
            responses: {
                /** @description It is made. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/{request}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One request with what stands behind it, as I may see it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    request: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The request. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Request"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/{request}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Comment on a request */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    request: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                    };
                };
            };
            responses: {
                /** @description The comment stands there. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/{request}/voice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Raise my voice for my institution, or change it */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    request: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        strength: "must" | "should" | "would_like" | "not_for_us";
                        /** @default  */
                        reason?: string;
                        organisationId?: number;
                    };
                };
            };
            responses: {
                /** @description My voice counts. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/{request}/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests that look like this one, with how much and why */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    request: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The most alike first. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                title: string;
                                likeness: number;
                                why: string;
                            }[];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user-cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The user cases that I may see, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description From `next` of the page before; say nothing else about it. */
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of them. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                title: string;
                                state: string;
                                author: string;
                                /** Format: date-time */
                                saidAt: string;
                                requests: number[];
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Tell a user case of my own */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /** @default  */
                        who?: string;
                        /** @default  */
                        workflow?: string;
                        /** @default  */
                        frequency?: string;
                        /** @default  */
                        problem?: string;
                        /** @default  */
                        workaround?: string;
                        /** @default  */
                        cost?: string;
                        /** @default  */
                        versions?: string;
                        /**
                         * @default subscribers
                         * @enum {string}
                         */
                        visibility?: "group" | "subscribers" | "public";
                        /**
                         * @default no
                         * @enum {string}
                         */
                        consent?: "no" | "vendor" | "public";
                    };
                };
            };
            responses: {
                /** @description It is a user case. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/charter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The charter in force, or another version by its number */
        get: {
            parameters: {
                query?: {
                    number?: number | null;
                };
                header?: never;
                path: {
                    group: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The charter. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Charter"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/charter/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All versions that were adopted, the newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The versions. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CharterVersion"][];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/charter/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each clause finds today, as far as you may read it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The findings. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ClauseFinding"][];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/charter/clauses/{line}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The records behind a measure, the newest first */
        get: {
            parameters: {
                query?: {
                    measure?: number | null;
                    page?: number;
                };
                header?: never;
                path: {
                    line: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description At most 30 records; `next` is the page after. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: date */
                                on: string;
                                ok: boolean | null;
                                /** Format: date */
                                until: string | null;
                                /** Format: date */
                                dueOn: string | null;
                                title: string;
                                href: string;
                            }[];
                            total: number;
                            hidden: number;
                            next: number | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/charter/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin the next version: from the one in force, the template, a text, or nothing */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        from: "in_force" | "template" | "empty" | "paste";
                        /** @default  */
                        text?: string;
                    };
                };
            };
            responses: {
                /** @description The draft. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/charter/drafts/{draft}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A draft with its clauses */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    draft: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The draft. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Charter"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Write what stands around the clauses of a draft */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    draft: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        preamble?: string;
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Saved. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Throw a draft away */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    draft: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Thrown away. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/charter/drafts/{draft}/clauses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a clause to a draft */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    draft: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        number?: string;
                        /** @enum {string} */
                        kind: "purpose" | "objective" | "composition" | "activity" | "duty" | "role" | "meeting" | "list" | "web";
                        text: string;
                    };
                };
            };
            responses: {
                /** @description The clause. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/charter/drafts/{draft}/clauses/{clause}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a clause of a draft */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    draft: number;
                    clause: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        number: string;
                        /** @enum {string} */
                        kind: "purpose" | "objective" | "composition" | "activity" | "duty" | "role" | "meeting" | "list" | "web";
                        text: string;
                        /** @description The one that the change was made on; 409 where there is a newer. */
                        revision?: number;
                    };
                };
            };
            responses: {
                /** @description Changed. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Take a clause out of a draft */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    draft: number;
                    clause: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Taken out. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/charter/drafts/{draft}/clauses/{clause}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a clause of a draft up or down */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    draft: number;
                    clause: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        to: "up" | "down";
                    };
                };
            };
            responses: {
                /** @description Moved. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/charter/drafts/{draft}/adopt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adopt a draft by a decision */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    draft: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        decisionId?: number;
                        decisionText?: string;
                        /** Format: date */
                        decidedOn?: string;
                        /** Format: date */
                        inForceOn: string;
                        /**
                         * Format: date
                         * @default null
                         */
                        reviewOn?: string | null;
                    };
                };
            };
            responses: {
                /** @description Adopted. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/charter/versions/{version}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say when a charter is looked at again */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    version: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        reviewOn: string;
                    };
                };
            };
            responses: {
                /** @description Saved. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/charter/texts/{clause}/measures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what a clause is measured by */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    clause: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "cadence" | "count" | "freshness" | "share" | "seat" | "attendance" | "wait" | "existence" | "attested";
                        subject: string;
                        /** @default null */
                        everyN?: number | null;
                        /**
                         * @default null
                         * @enum {string|null}
                         */
                        everyUnit?: "day" | "week" | "month" | "year" | null;
                        /** @default null */
                        target?: number | null;
                        /** @default 0 */
                        graceDays?: number;
                        /**
                         * @default null
                         * @enum {string|null}
                         */
                        role?: "coordinator" | "deputy" | "liaison" | "member" | "moderator" | null;
                        /**
                         * @description The one series of meetings that is looked at.
                         * @default null
                         */
                        seriesId?: number | null;
                    };
                };
            };
            responses: {
                /** @description The measure. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/charter/measures/{measure}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a measure */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    measure: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "cadence" | "count" | "freshness" | "share" | "seat" | "attendance" | "wait" | "existence" | "attested";
                        subject: string;
                        /** @default null */
                        everyN?: number | null;
                        /**
                         * @default null
                         * @enum {string|null}
                         */
                        everyUnit?: "day" | "week" | "month" | "year" | null;
                        /** @default null */
                        target?: number | null;
                        /** @default 0 */
                        graceDays?: number;
                        /**
                         * @default null
                         * @enum {string|null}
                         */
                        role?: "coordinator" | "deputy" | "liaison" | "member" | "moderator" | null;
                        /**
                         * @description The one series of meetings that is looked at.
                         * @default null
                         */
                        seriesId?: number | null;
                    };
                };
            };
            responses: {
                /** @description Changed. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Take a measure away */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    measure: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Taken away. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/charter/clauses/{line}/readers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say who may read what a clause finds */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    line: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        readers: "group" | "steering" | "public";
                    };
                };
            };
            responses: {
                /** @description Saved. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/charter/clauses/{line}/waivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Waive a clause for some days */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    line: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        decisionId?: number;
                        decisionText?: string;
                        /** Format: date */
                        decidedOn?: string;
                        /** Format: date */
                        fromOn: string;
                        /** Format: date */
                        toOn: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description The waiver. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/charter/waivers/{waiver}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a waiver today */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    waiver: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Ended. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/charter/clauses/{line}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record what happened elsewhere, with its link */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    line: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        onDay: string;
                        title: string;
                        link: string;
                    };
                };
            };
            responses: {
                /** @description The record. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/charter/links/{link}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a recorded link back */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    link: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Taken back. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cycles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Enhancement cycles, the newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All cycles. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                title: string;
                                group: string;
                                wishes: number;
                                /** Format: date-time */
                                opensAt: string;
                                /** Format: date-time */
                                closesAt: string;
                            }[];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cycles/{cycle}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One cycle with its phases and rounds */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    cycle: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The cycle. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Cycle"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cycles/{cycle}/alike": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Wishes of a cycle that look alike, with how much and why, for who decides on them */
        get: {
            parameters: {
                query?: {
                    /** @description From `next` of the page before; say nothing else about it. */
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    cycle: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The most alike first. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                one: {
                                    id: number;
                                    title: string;
                                    area: string;
                                    institution: string | null;
                                };
                                other: {
                                    id: number;
                                    title: string;
                                    area: string;
                                    institution: string | null;
                                };
                                likeness: number;
                                why: string;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ballots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ballots that one may see, open ones first */
        get: {
            parameters: {
                query?: {
                    /** @description From `next` of the page before; say nothing else about it. */
                    cursor?: string;
                    limit?: number;
                    kind?: "wishes" | "election" | "motion";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of ballots. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["BallotLine"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ballots/{ballot}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One ballot with its options; how many have voted, never who or how */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ballot: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The ballot. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Ballot"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ballots/{ballot}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The result by the rule that was set, and by the others; not there before the close */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ballot: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The result. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BallotResult"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ballots/{ballot}/published-papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The papers as they were counted, by receipt */
        get: {
            parameters: {
                query?: {
                    /** @description From `next` of the page before; say nothing else about it. */
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    ballot: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of papers. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["PublishedPaper"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Meetings: to come, first to last, or past, last to first */
        get: {
            parameters: {
                query?: {
                    /** @description From `next` of the page before; say nothing else about it. */
                    cursor?: string;
                    when?: "upcoming" | "past";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of meetings. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Meeting"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Arrange a meeting and invite whoever is expected */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /** Format: date-time */
                        startsAt: string;
                        /** Format: date-time */
                        endsAt: string;
                        zone: string;
                        /** @default  */
                        place?: string;
                        /** @default true */
                        public?: boolean;
                        /** @default 0 */
                        quorumPercent?: number;
                        /**
                         * @description The list that approved minutes are mailed to, besides those who were invited.
                         * @default null
                         */
                        minutesListId?: number | null;
                        /** @default [] */
                        groupIds?: number[];
                        /** @default [] */
                        communityIds?: number[];
                        /**
                         * @default meeting
                         * @enum {string}
                         */
                        kind?: "meeting" | "call" | "conference";
                    };
                };
            };
            responses: {
                /** @description Arranged; the invitations are on their way. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            slug: string;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/meetings/{meeting}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A meeting */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    meeting: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The meeting, as you may see it. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Meeting"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a meeting that is to come; a new time asks everybody anew */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    meeting: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title?: string;
                        /** Format: date-time */
                        startsAt?: string;
                        /** Format: date-time */
                        endsAt?: string;
                        zone?: string;
                        place?: string;
                        public?: boolean;
                        quorumPercent?: number;
                        /** @description The list that approved minutes are mailed to, besides those who were invited. */
                        minutesListId?: number | null;
                    };
                };
            };
            responses: {
                /** @description Changed; whoever needs to know is told. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/meetings/{meeting}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a meeting that is to come */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    meeting: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Cancelled; everybody is told. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/meetings/{meeting}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is invited, what they answered and whether they were there; for those at the table */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    meeting: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All invitations. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["MeetingInvitation"][];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/meetings/{meeting}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say whether you come */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    meeting: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        answer: "accepted" | "declined" | "tentative";
                        /** @default  */
                        comment?: string;
                    };
                };
            };
            responses: {
                /** @description Noted. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/meetings/{meeting}/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Note who was there */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    meeting: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        people: {
                            personId: number;
                            /** @enum {string|null} */
                            attendance: "present" | "late" | "apologies" | "absent" | null;
                            /** @default  */
                            reason?: string;
                            /** @default null */
                            reasonAccepted?: boolean | null;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Noted. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who was expected at the past meetings of a table of yours, and whether they were there */
        get: {
            parameters: {
                query?: {
                    /** @description `g1` for a group, `c1` for a user group; your first one where not said. */
                    of?: string;
                    year?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A line for each person and meeting. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                meeting: string;
                                /** @enum {string} */
                                kind: "meeting" | "call" | "conference" | "show_and_tell";
                                /** Format: date-time */
                                startsAt: string;
                                personId: number;
                                name: string;
                                formal: boolean;
                                roles: string[];
                                /** @enum {string|null} */
                                attendance: "present" | "late" | "apologies" | "absent" | null;
                                reason: string;
                                reasonAccepted: boolean | null;
                            }[];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Series of meetings */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All series that you may see. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["MeetingSeries"][];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Start a series: its next meetings are made, and whoever is expected is invited */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /** @description Every so many weeks or months. */
                        everyN: number;
                        /** @enum {string} */
                        everyUnit: "week" | "month";
                        /** @description Monday is 1. */
                        weekday: number;
                        /**
                         * @description In a monthly series the nth of the month, -1 the last.
                         * @default null
                         */
                        nth?: -1 | number | null;
                        /** Format: date */
                        firstOn: string;
                        /**
                         * Format: date
                         * @description Null: it goes on until it is ended.
                         * @default null
                         */
                        lastOn?: string | null;
                        /**
                         * Format: time
                         * @description On the clocks of the zone: `10:00`.
                         */
                        startsAt: string;
                        minutes: number;
                        zone: string;
                        /** @default  */
                        place?: string;
                        /**
                         * @description The agenda goes out so many days before; 0: never.
                         * @default 7
                         */
                        agendaDays?: number;
                        /**
                         * @description Silence approves minutes after so many days; 0: never.
                         * @default 14
                         */
                        silentDays?: number;
                        /** @default 0 */
                        quorumPercent?: number;
                        /** @default true */
                        public?: boolean;
                        /**
                         * @default meeting
                         * @enum {string}
                         */
                        kind?: "meeting" | "call" | "conference";
                        /**
                         * @description The list that approved minutes are mailed to, besides those who were invited.
                         * @default null
                         */
                        minutesListId?: number | null;
                        /** @default [] */
                        groupIds?: number[];
                        /** @default [] */
                        communityIds?: number[];
                    };
                };
            };
            responses: {
                /** @description Started; the invitations are on their way. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            slug: string;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/series/{series}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A series */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    series: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The series. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MeetingSeries"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a series with its meetings that are to come; each person gets one mail for the whole change */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    series: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title?: string;
                        /** @description Every so many weeks or months. */
                        everyN?: number;
                        /** @enum {string} */
                        everyUnit?: "week" | "month";
                        /** @description Monday is 1. */
                        weekday?: number;
                        /** @description In a monthly series the nth of the month, -1 the last. */
                        nth?: -1 | number | null;
                        /** Format: date */
                        firstOn?: string;
                        /**
                         * Format: date
                         * @description Null: it goes on until it is ended.
                         */
                        lastOn?: string | null;
                        /**
                         * Format: time
                         * @description On the clocks of the zone: `10:00`.
                         */
                        startsAt?: string;
                        minutes?: number;
                        zone?: string;
                        place?: string;
                        /** @description The agenda goes out so many days before; 0: never. */
                        agendaDays?: number;
                        /** @description Silence approves minutes after so many days; 0: never. */
                        silentDays?: number;
                        quorumPercent?: number;
                        public?: boolean;
                        /** @enum {string} */
                        kind?: "meeting" | "call" | "conference";
                        /** @description The list that approved minutes are mailed to, besides those who were invited. */
                        minutesListId?: number | null;
                    };
                };
            };
            responses: {
                /** @description Changed; whoever needs to know is told. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/series/{series}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a series; its meetings to come are cancelled */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    series: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Ended; everybody is told. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/polls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Date polls of your tables that are not closed yet */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All of them, the next to end first. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["DatePollInList"][];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Start a date poll: everybody at the table is asked */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /** @default [] */
                        groupIds?: number[];
                        /** @default [] */
                        communityIds?: number[];
                        zone: string;
                        minutes: number;
                        /** @default  */
                        place?: string;
                        /** @default  */
                        note?: string;
                        /** Format: date-time */
                        closesAt: string;
                        slots: string[];
                    };
                };
            };
            responses: {
                /** @description Started. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            slug: string;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/polls/{poll}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A date poll with its times and answers; for those at the table */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    poll: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The poll. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DatePoll"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/polls/{poll}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say when you can */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    poll: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        answers: {
                            slotId: number;
                            /** @enum {string} */
                            answer: "yes" | "maybe" | "no";
                        }[];
                    };
                };
            };
            responses: {
                /** @description Noted. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/polls/{poll}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a date poll: the meeting is arranged at one of its times */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    poll: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        slotId: number;
                    };
                };
            };
            responses: {
                /** @description Arranged. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            meeting: string;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of decisions, the newest first */
        get: {
            parameters: {
                query?: {
                    /** @description From `next` of the page before; say nothing else about it. */
                    cursor?: string;
                    state?: "standing" | "review" | "superseded" | "all";
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of decisions. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Decision"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/decisions/{decision}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A decision */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    decision: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The decision. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Decision"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/decisions/{decision}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A decision stands: until another day, or for good */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    decision: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @default null
                         */
                        reviewOn?: string | null;
                    };
                };
            };
            responses: {
                /** @description Noted. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/decisions/{decision}/supersede": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A later decision of the same group takes its place */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    decision: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        byNumber: number;
                    };
                };
            };
            responses: {
                /** @description Noted. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/meetings/{meeting}/agenda": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The agenda of a meeting, in its order */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    meeting: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The items that you may see. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["AgendaItem"][];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Put an item on the agenda, or propose one where you do not arrange the meeting */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    meeting: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /** @default  */
                        note?: string;
                        minutes?: number;
                        /** @default false */
                        internal?: boolean;
                    };
                };
            };
            responses: {
                /** @description On the agenda, or proposed for it. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/meetings/{meeting}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lines of the minutes, as they are being written; for those at the table */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    meeting: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All lines. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["MinuteLine"][];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/meetings/{meeting}/lines/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Write a line, or change one; the same line sent twice is one line */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    meeting: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                        /**
                         * @description The version that you changed; 0 for a new line.
                         * @default 0
                         */
                        version?: number;
                        /** @default null */
                        itemId?: number | null;
                        /** @default false */
                        internal?: boolean;
                    };
                };
            };
            responses: {
                /** @description What stands now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedLine"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/meetings/{meeting}/minutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Approved minutes, as Markdown */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    meeting: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The minutes; without the internal parts for who is not at the table. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            text: string;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/meetings/{meeting}/minutes/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the minutes to those who were invited, or approve them */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    meeting: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "circulated" | "approved";
                    };
                };
            };
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The vendor’s answers that I may read, newest first */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    request?: number | null;
                    class?: "planned" | "in_discovery" | "declined" | "exists" | "needs_information" | "not_product";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of them. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Answer"][];
                            page: number;
                            pages: number;
                            total: number;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Record an answer that came outside Rapport */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description planned, in discovery, declined, exists already, needs information, not a product matter */
                        class: string;
                        reason: string;
                        /** @default  */
                        release?: string;
                        /** @default  */
                        nextReview?: string;
                        /** @default  */
                        cost?: string;
                        /** @default  */
                        question?: string;
                        /** @default  */
                        readers?: string;
                        /** @default  */
                        from?: string;
                        group?: string;
                        request: number;
                        /** @enum {string} */
                        door: "call" | "meeting" | "mail" | "portal";
                        /** Format: date */
                        givenOn: string;
                        /** @default  */
                        givenName?: string;
                        /** @default  */
                        link?: string;
                    };
                };
            };
            responses: {
                /** @description The answer’s id. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/answers/{answer}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One answer */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    answer: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The answer. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Answer"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/answers/{answer}/readers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Decide who may read an answer, and from when */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    answer: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        readers: "group" | "subscribers" | "public";
                        /** Format: date-time */
                        from: string;
                    };
                };
            };
            responses: {
                /** @description The answer as it is now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Answer"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/briefs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The briefs of a group of mine */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    /** @description Its short name; the first of mine where not given. */
                    group?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of them. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                title: string;
                                champion: string;
                                requests: number;
                                /** Format: date-time */
                                submittedAt: string | null;
                                /** Format: date-time */
                                closedAt: string | null;
                            }[];
                            page: number;
                            pages: number;
                            total: number;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/briefs/{brief}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One brief with its requests */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    brief: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The brief. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            title: string;
                            purpose: string;
                            champion: string;
                            requests: {
                                id: number;
                                title: string;
                                ask: string;
                                evidence: string;
                            }[];
                            versions: number[];
                            submissions: number[];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was handed over, for the group and the vendor’s guests */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    /** @description Its short name; the first of mine where not given. */
                    group?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of them. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["SubmissionLine"][];
                            page: number;
                            pages: number;
                            total: number;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/submissions/{submission}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One submission with each of its requests */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    submission: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The submission. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            title: string;
                            /** Format: date-time */
                            submittedAt: string;
                            /** Format: date */
                            dueOn: string;
                            items: components["schemas"]["SubmissionItem"][];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/submissions/{submission}/requests/{request}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a request that was handed over */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    submission: number;
                    request: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description planned, in discovery, declined, exists already, needs information, not a product matter */
                        class: string;
                        reason: string;
                        /** @default  */
                        release?: string;
                        /** @default  */
                        nextReview?: string;
                        /** @default  */
                        cost?: string;
                        /** @default  */
                        question?: string;
                        /** @default  */
                        readers?: string;
                        /** @default  */
                        from?: string;
                    };
                };
            };
            responses: {
                /** @description The answer’s id; null where the same was there already. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/submissions/{submission}/requests/{request}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the group about a request that was handed over */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    submission: number;
                    request: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        question: string;
                    };
                };
            };
            responses: {
                /** @description The group is asked. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            asked: true;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commitments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the vendor has promised to a group of mine, with the account by years */
        get: {
            parameters: {
                query?: {
                    /** @description Its short name; the first of mine where not given. */
                    group?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All of them. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                request: {
                                    id: number;
                                    title: string;
                                };
                                product: string;
                                year: number;
                                points: number;
                                /** Format: date */
                                dueOn: string | null;
                                /** @enum {string} */
                                state: "committed" | "delivered" | "dropped" | "carried";
                                late: boolean;
                            }[];
                            account: {
                                year: number;
                                capacity: number | null;
                                committed: number;
                                delivered: number;
                                open: number;
                                late: number;
                                dropped: number;
                                carried: number;
                            }[];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The releases of a group’s vendor */
        get: {
            parameters: {
                query?: {
                    /** @description Its short name; the first of mine where not given. */
                    group?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All of them. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                product: string;
                                name: string;
                                /** Format: date */
                                onDay: string | null;
                                deliveries: number;
                            }[];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/relationship": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public figures between a group and its vendor */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The figures, where the group shows them to everybody; who decides about it may look before. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RelationshipFigures"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/relationship": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Waits, answers and promises between a group of mine and its vendor */
        get: {
            parameters: {
                query?: {
                    /** @description Its short name; the first of mine where not given. */
                    group?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The picture. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            handed: number;
                            answered: number;
                            late: {
                                request: number;
                                title: string;
                                /** Format: date */
                                dueOn: string;
                            }[];
                            vendorDays: number | null;
                            byClass: {
                                /** @enum {string} */
                                class: "planned" | "in_discovery" | "declined" | "exists" | "needs_information" | "not_product";
                                count: number;
                                days: number;
                            }[];
                            ownQuestionDays: number | null;
                            ownTellingDays: number | null;
                            commitments: number;
                            delivered: number;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ballots/{ballot}/commitments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What won a cycle’s last round, and what is committed of it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ballot: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description In the order in which they were chosen. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Winner"][];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Record that the vendor commits itself to what won */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ballot: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        year: number;
                        /** Format: date */
                        dueOn?: string;
                        capacity?: number;
                        lines: {
                            number: number;
                            points: number;
                            /**
                             * @description Where the wish names none; null makes one.
                             * @default null
                             */
                            request?: number | null;
                        }[];
                    };
                };
            };
            responses: {
                /** @description The ids of the commitments. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ids: number[];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/talks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Talks of Show and Tell: given, to come, the backlog, set aside, or mine */
        get: {
            parameters: {
                query?: {
                    /** @description From `next` of the page before; say nothing else about it. */
                    cursor?: string;
                    limit?: number;
                    view?: "coming" | "given" | "backlog" | "aside" | "mine";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of talks. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Talk"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/talks/{talk}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One talk with its chapters */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    talk: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The talk. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TalkWithChapters"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/talks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose a talk */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        abstract: string;
                        /** @default 20 */
                        minutes?: number;
                        /**
                         * @default en
                         * @enum {string}
                         */
                        language?: "en" | "de" | "fr" | "es";
                        /**
                         * @default public
                         * @enum {string}
                         */
                        visibility?: "public" | "subscribers" | "group";
                    };
                };
            };
            responses: {
                /** @description Proposed. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            slug: string;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/talks/{talk}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept a proposal, or decline it with a reason */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    talk: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        decision: "accepted" | "declined";
                        /** @default  */
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Decided; the proposer is told. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/talk-sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A session of Show and Tell with its program */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    session: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The session. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TalkSession"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/talk-sessions/{session}/registration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Register for a session; the invitation comes into my calendar */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    session: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Registered. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Take my registration back */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    session: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Taken back; my calendar is told. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events to come, or those that were */
        get: {
            parameters: {
                query?: {
                    /** @description From `next` of the page before; say nothing else about it. */
                    cursor?: string;
                    limit?: number;
                    when?: "upcoming" | "past";
                    kind?: "conference" | "vendor_meeting" | "user_group_call" | "workshop" | "other";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of events. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Event"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One event with its program */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    event: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The event. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EventWithSessions"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who takes part, for those of its groups */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    event: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Everybody on the list. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["EventParticipation"][];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say whether I take part */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    event: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        answer: "coming" | "online" | "not_coming";
                        /**
                         * Format: date
                         * @default null
                         */
                        fromOn?: string | null;
                        /**
                         * Format: date
                         * @default null
                         */
                        toOn?: string | null;
                        /** @default  */
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Noted. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{event}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proposals for the strand: all for those of its groups, else my own */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    event: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Proposals, the best first. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["EventProposal"][];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Propose something while the call is open */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    event: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        text: string;
                        /** @default  */
                        withWhom?: string;
                        /** @default 30 */
                        minutes?: number;
                    };
                };
            };
            responses: {
                /** @description Proposed. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/correspondence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The addresses of roles whose correspondence I read */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The addresses. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["RoleAddress"][];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/correspondence/{desk}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The exchanges of an address: what waits first, then the newest */
        get: {
            parameters: {
                query?: {
                    /** @description From `next` of the page before; say nothing else about it. */
                    cursor?: string;
                    limit?: number;
                    q?: string;
                    state?: "open" | "waiting" | "answered";
                };
                header?: never;
                path: {
                    desk: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of exchanges. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["CorrespondenceLine"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/correspondence/{desk}/{exchange}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One exchange with its mails */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    desk: string;
                    exchange: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The exchange. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Correspondence"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Say where an exchange stands */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    desk: string;
                    exchange: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "open" | "waiting" | "answered";
                        ownerId?: number;
                        /** Format: date */
                        answerBy?: string;
                        /** @default  */
                        about?: string;
                    };
                };
            };
            responses: {
                /** @description Saved. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/correspondence/{desk}/{exchange}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer from the address of the role */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    desk: string;
                    exchange: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        subject: string;
                        text: string;
                        /** @default false */
                        answerExpected?: boolean;
                        /** Format: date */
                        answerBy?: string;
                    };
                };
            };
            responses: {
                /** @description It is on its way. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/news": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The news that one may read, the newest first */
        get: {
            parameters: {
                query?: {
                    /** @description From `next` of the page before; say nothing else about it. */
                    cursor?: string;
                    limit?: number;
                    year?: number;
                    about?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of news. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["NewsItem"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Write news; it is a draft until somebody lets it out */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        group: string;
                        title: string;
                        text: string;
                        /**
                         * @default en
                         * @enum {string}
                         */
                        language?: "en" | "de" | "fr" | "es";
                        /**
                         * @default public
                         * @enum {string}
                         */
                        visibility?: "group" | "subscribers" | "public";
                        /**
                         * Format: date-time
                         * @description Nothing of it is seen by others before; with an offset.
                         */
                        embargoAt?: string;
                        /** @default [] */
                        links?: {
                            path: string;
                            /** @default  */
                            title?: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Written. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            slug: string;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/news/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One piece of news, with what it tells of */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The news. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewsItem"] & {
                            links: {
                                path: string;
                                title: string;
                            }[];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/news/{slug}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark news as ready, let it out or schedule it, withdraw it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        to: "draft" | "ready" | "published" | "unscheduled" | "withdrawn";
                        /**
                         * @description Lists that it is mailed to as it goes out.
                         * @default []
                         */
                        listIds?: number[];
                        /** @default  */
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/news-issues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The issues of the newsletter that one may read, the newest first */
        get: {
            parameters: {
                query?: {
                    /** @description From `next` of the page before; say nothing else about it. */
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of issues. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["NewsIssue"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Begin an issue, and fill it from the record */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        group: string;
                        title: string;
                        /** Format: date */
                        fromOn: string;
                        /** Format: date */
                        toOn: string;
                        /**
                         * @default en
                         * @enum {string}
                         */
                        language?: "en" | "de" | "fr" | "es";
                        /**
                         * @default public
                         * @enum {string}
                         */
                        visibility?: "group" | "subscribers" | "public";
                        /** @default  */
                        lead?: string;
                        /**
                         * Format: date-time
                         * @description Nothing of it is seen by others before; with an offset.
                         */
                        embargoAt?: string;
                    };
                };
            };
            responses: {
                /** @description Begun. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: number;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/news-issues/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One issue: its sentences with their sources, and its items */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The issue. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NewsIssue"] & {
                            lines: components["schemas"]["NewsLine"][];
                            items: string[];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/news-issues/{number}/lines/{line}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a sentence, in the words of the record or in others, or leave it out */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: number;
                    line: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "open" | "taken" | "left";
                        text?: string;
                    };
                };
            };
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/news-issues/{number}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark an issue as ready, let it out or schedule it, withdraw it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        to: "draft" | "ready" | "published" | "unscheduled" | "withdrawn";
                        /**
                         * @description Lists that it is mailed to as it goes out.
                         * @default []
                         */
                        listIds?: number[];
                        /** @default  */
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reports that the reader may see, the newest period first */
        get: {
            parameters: {
                query?: {
                    /** @description From `next` of the page before; say nothing else about it. */
                    cursor?: string;
                    group?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of reports. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Report"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a report: a draft from the record */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        fromOn: string;
                        /** Format: date */
                        toOn: string;
                        title?: string;
                    };
                };
            };
            responses: {
                /** @description The report’s address. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            slug: string;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/{report}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One report with its sections, as the reader may see them */
        get: {
            parameters: {
                query?: {
                    edition?: number;
                };
                header?: never;
                path: {
                    report: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The report. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReportWithSections"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/{report}/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The figures of a report, with the records behind them */
        get: {
            parameters: {
                query?: {
                    edition?: number;
                };
                header?: never;
                path: {
                    report: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The figures that the reader may see. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ReportFigure"][];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/{report}/frozen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Freeze the figures of a draft */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description They stand. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/{report}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a report: it becomes an edition */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        public: boolean;
                        decisionId?: number;
                    };
                };
            };
            responses: {
                /** @description The edition. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            edition: number;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The groups that the reader oversees, at a glance */
        get: {
            parameters: {
                query?: {
                    /** @description From `next` of the page before; say nothing else about it. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of groups. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["GroupAtAGlance"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My webhooks */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All of them. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Webhook"][];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Have a program told what happens */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @description https:// in the public internet. */
                        url: string;
                        /**
                         * @description `request.opened`, `request.*`, or `*`.
                         * @example [
                         *       "request.*",
                         *       "answer.given"
                         *     ]
                         */
                        events: string[];
                    };
                };
            };
            responses: {
                /** @description Kept. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Shown this once; signs as Standard Webhooks has it. */
                            secret: string;
                            id: number;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{webhook}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One webhook */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    webhook: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description How it is. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Webhook"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Change a webhook */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    webhook: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @description https:// in the public internet. */
                        url: string;
                        /**
                         * @description `request.opened`, `request.*`, or `*`.
                         * @example [
                         *       "request.*",
                         *       "answer.given"
                         *     ]
                         */
                        events: string[];
                    };
                };
            };
            responses: {
                /** @description Saved. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** End a webhook */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    webhook: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Ended. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{webhook}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pause a webhook, let it go on, or have a test sent */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    webhook: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        do: "pause" | "resume" | "test";
                    };
                };
            };
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{webhook}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new secret; the one before signs for another day */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    webhook: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The secret. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Shown this once; signs as Standard Webhooks has it. */
                            secret: string;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{webhook}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a webhook was told, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description From `next` of the page before; say nothing else about it. */
                    cursor?: string;
                    limit?: number;
                    state?: "waiting" | "delivered" | "failed" | "dropped";
                };
                header?: never;
                path: {
                    webhook: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A page of deliveries. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["WebhookDelivery"][];
                            next: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{webhook}/deliveries/{delivery}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send what was told once more */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    webhook: number;
                    delivery: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It waits to be sent. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lists/{list}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was imported into a list, with the balance of each import */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Newest first. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Import"][];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lists/{list}/imports/{import}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What taking an import back would do now; `POST /acts/lists/{list}/imports/{import}/undo` does it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                    import: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What goes, what stays, and why. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UndoOfImport"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lists/{list}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Subscribe people whom the list has elsewhere; nobody is mailed */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        members: {
                            email: string;
                            /** @default  */
                            name?: string;
                            /**
                             * @default each
                             * @enum {string}
                             */
                            delivery?: "each" | "mime" | "plain" | "none";
                        }[];
                    };
                };
            };
            responses: {
                /** @description What became of each. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["MemberOutcome"][];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/first-weeks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The first steps of my groups */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All of them. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FirstStep"][];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{group}/first-weeks/{step}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Confirm a step, leave it out, or open it again */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group: string;
                    step: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "confirmed" | "skipped" | "open";
                        /** @default  */
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Saved. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/site/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How each stage of the site is */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Measured now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SiteState"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/site": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the public site looks, and what its menu leads to */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The look; an empty menu is the usual places. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SiteLook"] & {
                            menu: {
                                label: string;
                                path: string;
                            }[];
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Decide how the public site looks, and what its menu leads to */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        tagline: string;
                        accent: string;
                        accentDark: string;
                        imprint: string;
                        menu?: {
                            label: string;
                            path: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/site/pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The pages of the site’s own */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description By title; drafts for those who keep the site. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            slug: string;
                            title: string;
                            language: string;
                            published: boolean;
                            version: number;
                            /** Format: date-time */
                            changedAt: string;
                        }[];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Begin a page of the site’s own */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        text: string;
                        /** @enum {string} */
                        language: "en" | "de" | "fr" | "es";
                        published: boolean;
                        slug: string;
                    };
                };
            };
            responses: {
                /** @description Begun. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/site/pages/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page of the site’s own */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The page, in Markdown. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SitePage"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Change a page of the site’s own */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        text: string;
                        /** @enum {string} */
                        language: "en" | "de" | "fr" | "es";
                        published: boolean;
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Changed. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for me */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All of it. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Today"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/today/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Have what waits by mail each Monday, or not */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        weekly: boolean;
                    };
                };
            };
            responses: {
                /** @description Saved. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/affiliations/basis/match": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find by their domains where subscribers work */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/affiliations/basis/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the next fifty where they work */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/news/issues/rhythm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide how often the newsletter comes */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        group?: string;
                        every?: number;
                        /** @enum {string} */
                        unit: "week" | "month" | "none";
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/charter/drafts/{draft}/clauses/{clause}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a clause of a draft */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    draft: string;
                    clause: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        to: "up" | "down";
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/charter/drafts/{draft}/clauses/{clause}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a clause out of a draft */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    draft: string;
                    clause: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/charter/drafts/{draft}/clauses/{clause}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change a clause of a draft */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    draft: string;
                    clause: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        number: string;
                        /** @enum {string} */
                        kind: "purpose" | "objective" | "composition" | "activity" | "duty" | "role" | "meeting" | "list" | "web";
                        text: string;
                        heading?: string;
                        revision?: number;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/news/issues/{number}/lines/{line}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take, leave or word a line of an issue */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: string;
                    line: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "open" | "taken" | "left";
                        text?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/admin/outbox/{delivery}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a letter again that could not be composed */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    delivery: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/admin/queue/{mail}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a parked mail again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    mail: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/organisations/import/{sheet}/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say which column is which */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    sheet: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        kind?: string;
                        country?: string;
                        ror?: string;
                        website?: string;
                        domains?: string;
                        parent?: string;
                        community?: string;
                        memberFrom?: string;
                        memberTo?: string;
                        product?: string;
                        contractFrom?: string;
                        contractTo?: string;
                        stage?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/organisations/import/{sheet}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Apply a sheet of organisations */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    sheet: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        seen: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/affiliations/basis/{person}/excuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a subscriber stay without a workplace */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    person: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        back?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/admin/offices/{term}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a term of an administrator or a committee */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    term: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        toOn: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/me/subscriptions/{subscription}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Get mail of a list again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    subscription: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/me/subscriptions/{subscription}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave a list */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    subscription: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/me/subscriptions/{subscription}/unpause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let mail of a list come again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    subscription: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/me/subscriptions/{subscription}/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Follow or mute a topic */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    subscription: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        topic: string;
                        /** @enum {string} */
                        choice: "follow" | "mute" | "none";
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/documents/imports/{import}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read a folder again that stopped */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    import: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/documents/imports/{import}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the files of a folder as documents */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    import: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/documents/imports/{import}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an import of documents back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    import: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/requests/views/{view}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove my view of the board */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    view: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/requests/imports/{import}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a file of old requests back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    import: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/charter/drafts/{draft}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Throw a draft away */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    draft: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/charter/drafts/{draft}/measures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Attach the measures that the words of a draft speak for */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    draft: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/charter/drafts/{draft}/headings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what a heading of a draft is about */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    draft: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        heading: string;
                        /** @enum {string} */
                        kind: "purpose" | "objective" | "composition" | "activity" | "duty" | "role" | "meeting" | "list" | "web";
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/charter/drafts/{draft}/clauses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a clause to a draft */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    draft: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        number?: string;
                        /** @enum {string} */
                        kind: "purpose" | "objective" | "composition" | "activity" | "duty" | "role" | "meeting" | "list" | "web";
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/charter/drafts/{draft}/adopt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adopt a draft by a decision */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    draft: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        inForceOn: string;
                        /** Format: date */
                        reviewOn?: string;
                        decisionId?: number;
                        decisionText?: string;
                        /** Format: date */
                        decidedOn?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/charter/versions/{version}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say when a charter is looked at again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    version: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        reviewOn: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/charter/measures/{measure}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a measure away */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    measure: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/charter/clauses/{line}/readers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say who reads what is found of a clause */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    line: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        readers: "group" | "steering" | "public";
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/charter/clauses/{line}/waivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Waive a clause for some days */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    line: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        fromOn: string;
                        /** Format: date */
                        toOn: string;
                        reason: string;
                        decisionId?: number;
                        decisionText?: string;
                        /** Format: date */
                        decidedOn?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/charter/clauses/{line}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record what happened elsewhere */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    line: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /** Format: date */
                        onDay: string;
                        link: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/charter/waivers/{waiver}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a clause bind again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    waiver: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/charter/links/{link}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove a recorded link */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    link: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/charter/versions/{version}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the adoption of a charter back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    version: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/desk/guests/{appointment}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the role of a guest */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    appointment: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        group?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/news/issues/{number}/compose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fill an issue from the record */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/news/issues/{number}/rest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take or leave all that is open in an issue */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "taken" | "left";
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/news/issues/{number}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose the news of an issue */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        items: string[];
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/news/issues/{number}/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that news is ready to go out, or not yet */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ready: boolean;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/news/issues/{number}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let news out */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        lists: string[];
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/news/issues/{number}/unschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep news from going out by itself */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/news/issues/{number}/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail news to lists */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        lists: string[];
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/news/issues/{number}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note a correction */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/news/issues/{number}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw news */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/news/issues/{number}/contribute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give news to an editor elsewhere */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        outlet: number;
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/news/outlets/{outlet}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send nothing to an editor any more */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    outlet: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/news/contributions/{contribution}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try again to bring a contribution */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    contribution: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/news/contributions/{contribution}/appeared": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record where a contribution appeared */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    contribution: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        link: string;
                        /** Format: date */
                        on: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/news/imports/{import}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an export of WordPress in */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    import: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/news/imports/{import}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm an import */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    import: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/news/imports/{import}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo an import */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    import: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/admin/webhooks/{hook}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test to a webhook */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    hook: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/admin/webhooks/{hook}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a webhook */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    hook: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/affiliations/claims/{claim}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Settle where somebody says that they work */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    claim: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        organisation?: string;
                        /** @enum {string} */
                        answer: "found" | "nothing";
                        back?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/me/subscriptions/{subscription}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say how you receive a list */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    subscription: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        receiving: "each" | "mime_digest" | "plain_digest" | "weekly" | "none";
                        addressId: number;
                        ownPosts: boolean;
                        whenAddressed: boolean;
                        onlyTopics: boolean;
                        /** Format: date */
                        pausedUntil?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/cases/queue/{message}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say whether a message is a user case */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    message: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        verdict: "yes" | "no";
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/charter/drafts/{draft}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write what stands around the clauses of a draft */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    draft: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        preamble?: string;
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/charter/measures/{measure}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change a measure */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    measure: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "cadence" | "count" | "freshness" | "share" | "seat" | "attendance" | "wait" | "existence" | "attested";
                        subject: string;
                        everyN?: number;
                        /** @enum {string} */
                        everyUnit?: "day" | "week" | "month" | "year";
                        target?: number;
                        graceDays?: number;
                        /** @enum {string} */
                        role?: "coordinator" | "deputy" | "liaison" | "member" | "moderator";
                        seriesId?: number;
                        clause?: number;
                        /** @enum {string} */
                        act?: "preview";
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/news/issues/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change an issue */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /** Format: date */
                        fromOn?: string;
                        /** Format: date */
                        toOn?: string;
                        /** @enum {string} */
                        language?: "en" | "de" | "fr" | "es";
                        /** @enum {string} */
                        visibility?: "group" | "subscribers" | "public";
                        /** @default  */
                        lead?: string;
                        group?: string;
                        /** Format: date */
                        embargo?: string;
                        /** @default 09:00 */
                        embargoTime?: string;
                        embargoZone: string;
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/site/pages/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change a page of the site’s own */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /** @default  */
                        text?: string;
                        /** @enum {string} */
                        language: "en" | "de" | "fr" | "es";
                        published: boolean;
                        version: number;
                        /** @enum {string} */
                        do?: "preview";
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/organisations/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read a sheet of organisations */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        file?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/me/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say something about yourself */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        about?: string;
                        profileShown: boolean;
                        /** @default 09:00 */
                        worksFrom?: string;
                        /** @default 17:00 */
                        worksTo?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/me/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that you work somewhere else now */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        leaving: string[];
                        /** Format: date */
                        leftOn: string;
                        addressId?: number;
                        organisation?: string;
                        /** Format: date */
                        fromOn: string;
                        moveLists: boolean;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/admin/offices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let somebody administer the site, or sit on a steering committee */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        office: string;
                        /** Format: date */
                        fromOn: string;
                        /** Format: date */
                        toOn?: string;
                        /** @default  */
                        how?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/documents/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring in a folder of documents */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        group: string;
                        /** @enum {string} */
                        visibility: "public" | "subscribers" | "group";
                        upload?: string;
                        file: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/cases/capture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a user case of a message */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        messageId: number;
                        another?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/requests/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do one thing with several requests */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ids: string[];
                        /** @enum {string} */
                        act: "stage" | "champion" | "topic" | "area" | "compare";
                        /** @enum {string} */
                        stage?: "gathering" | "ready" | "submitted" | "answered" | "committed" | "delivered" | "accepted" | "set_aside" | "merged";
                        /** @default  */
                        why?: string;
                        personId?: number;
                        topicId?: number;
                        areaId?: number;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/requests/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a view of the board */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @default  */
                        query?: string;
                        shared: boolean;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/requests/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring in requests of the years before */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        file: string;
                        goodOnes: boolean;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/topics/areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a product area */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/affirmations/rule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set how the group works with requests */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        referentConfirms: boolean;
                        mergeDays: number;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/charter/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin the next version of a charter */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        group: string;
                        /** @enum {string} */
                        from: "in_force" | "template" | "empty" | "paste";
                        text?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/charter/measures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what a clause is measured by */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "cadence" | "count" | "freshness" | "share" | "seat" | "attendance" | "wait" | "existence" | "attested";
                        subject: string;
                        everyN?: number;
                        /** @enum {string} */
                        everyUnit?: "day" | "week" | "month" | "year";
                        target?: number;
                        graceDays?: number;
                        /** @enum {string} */
                        role?: "coordinator" | "deputy" | "liaison" | "member" | "moderator";
                        seriesId?: number;
                        clause?: number;
                        /** @enum {string} */
                        act?: "preview";
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/attendance/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say how often people are expected to come */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        of: string;
                        /** @enum {string} */
                        kind: "meeting" | "call" | "conference";
                        formalOnly: boolean;
                        perYear?: number;
                        sharePercent?: number;
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/desk/guests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invite a guest of the vendor */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        group: string;
                        name: string;
                        email: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/desk/rule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set how group and vendor work together */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        group: string;
                        answerMonths: string;
                        remindDays: string;
                        /** @enum {string} */
                        readers: "group" | "subscribers" | "public";
                        holdDays: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/answers/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring in answers of the years before */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        group?: string;
                        file?: string;
                        pasted?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/answers/portal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take in states of the vendor’s portal */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        group?: string;
                        file?: string;
                        pasted?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/commitments/capacity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agree on the capacity of a year */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        group?: string;
                        productId: number;
                        year: number;
                        points: number;
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/me/telling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose how I hear what became of what I asked for */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        choice: "each" | "weekly" | "never";
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/relationship/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark a meeting with the vendor */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        group?: string;
                        meetingId: number;
                        /**
                         * @default yes
                         * @enum {string}
                         */
                        with?: "yes" | "no";
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/show-and-tell/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Arrange a session of Show and Tell */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        hosts: string[];
                        /** Format: date */
                        day: string;
                        time: string;
                        /** @enum {string} */
                        which?: "earlier" | "later";
                        minutes: number;
                        zone: string;
                        /** @default  */
                        place?: string;
                        public: boolean;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/news/issues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin an issue */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /** Format: date */
                        fromOn: string;
                        /** Format: date */
                        toOn: string;
                        /** @enum {string} */
                        language: "en" | "de" | "fr" | "es";
                        /** @enum {string} */
                        visibility: "group" | "subscribers" | "public";
                        /** @default  */
                        lead?: string;
                        group?: string;
                        /** Format: date */
                        embargo?: string;
                        /** @default 09:00 */
                        embargoTime?: string;
                        embargoZone: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/news/outlets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note an editor elsewhere */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @constant */
                        kind: "mail";
                        name: string;
                        group?: string;
                        /** @default  */
                        editorName?: string;
                        editorEmail: string;
                    } | {
                        /** @constant */
                        kind: "wordpress";
                        name: string;
                        group?: string;
                        url: string;
                        username: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/news/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read an export of WordPress */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        group?: string;
                        file: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/admin/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say how long things are kept */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        letters?: string;
                        deliveries?: string;
                        incoming?: string;
                        requests?: string;
                        sessions?: string;
                        bounces?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/admin/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write a new version of the notice */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        en: string;
                        de: string;
                        fr: string;
                        es: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/admin/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a list in */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        list: string;
                        group: number;
                        /** @default  */
                        from?: string;
                        file: string;
                        upload?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/site/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide how the public site looks */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** @default  */
                        name?: string;
                        /** @default  */
                        tagline?: string;
                        accent?: string;
                        accentDark?: string;
                        /** @default  */
                        imprint?: string;
                        noLogo: boolean;
                        logo?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/site/menu": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write the menu of the public site */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        menu?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/site/pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a page of the site’s own */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /** @default  */
                        text?: string;
                        /** @enum {string} */
                        language: "en" | "de" | "fr" | "es";
                        published: boolean;
                        slug: string;
                        /** @enum {string} */
                        do?: "preview";
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/site/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show a group’s figures with its vendor to everybody, or no longer */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        group: string;
                        shown: boolean;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/today/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have what waits by mail each Monday, or not */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        weekly: boolean;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/lists/{list}/follow/notices/{notice}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer the list elsewhere */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                    notice: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/groups/{group}/user-groups/new": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down another user group of a group */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        slug: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/lists/{list}/settings/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what a list does with files and HTML */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        html: "keep" | "free" | "always" | "text";
                        linkAboveKb?: number;
                        /** @default  */
                        linkTypes?: string;
                        /** @default  */
                        dropTypes?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/lists/{list}/subscribers/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change several subscribers */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        of: "chosen" | "all" | "named";
                        /** @default  */
                        named?: string;
                        act: string;
                        /** @default  */
                        filter?: string;
                        subscription: string[];
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/lists/{list}/subscribers/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take several subscribers off a list */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ids: string;
                        /** @default  */
                        reason?: string;
                        tell: boolean;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/calls/{call}/offer/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an offer back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    call: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/requests/{request}/voice/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take my voice back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    request: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/ballots/{ballot}/seats/appoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Appoint who is elected */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ballot: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/ballots/{ballot}/seats/offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Offer a vacant seat to the next */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ballot: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/meetings/{meeting}/agenda/fill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put on the agenda what waits */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    meeting: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/meetings/{meeting}/minutes/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail approved minutes to a list */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    meeting: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        minutesListId: number;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/events/{event}/people/add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add somebody to who takes part */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    event: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        /** @default  */
                        role?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/events/{event}/proposals/tell": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell all proposers what was decided */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    event: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/lists/{list}/follow/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the list elsewhere to subscribe us */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/lists/{list}/follow/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a followed list here */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/lists/{list}/follow/give-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Follow a list no more */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/events/{event}/sessions/{session}/speakers/{speaker}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a speaker out of a session */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    event: string;
                    session: string;
                    speaker: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/events/{event}/sessions/{session}/files/{file}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take slides off a session */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    event: string;
                    session: string;
                    file: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/lists/{list}/requests/{request}/referents/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask a referent about an applicant */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                    request: string;
                    person: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/roster/{group}/import/{sheet}/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say which column is which */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group: string;
                    sheet: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        email?: string;
                        role?: string;
                        term?: string;
                        from?: string;
                        to?: string;
                        institution?: string;
                        how?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/roster/{group}/import/{sheet}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Apply a sheet of a roster */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group: string;
                    sheet: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        seen: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/roster/{group}/seats/{seat}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a term */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group: string;
                    seat: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        toOn: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/roster/{group}/holdings/{holding}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take off what a role holds */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group: string;
                    holding: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/roster/{group}/import/{sheet}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a sheet of a roster back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group: string;
                    sheet: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/lists/{list}/bounces/{incident}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close an incident */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                    incident: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/lists/{list}/subscribers/{subscription}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let mail go to a subscriber again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                    subscription: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/lists/{list}/subscribers/{subscription}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a subscriber off a list */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                    subscription: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/lists/{list}/bans/{ban}/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lift a ban */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                    ban: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/lists/{list}/invitations/{invitation}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw an invitation */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                    invitation: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/lists/{list}/notices/{notice}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the words of Rapport for a notice */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                    notice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        language?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/lists/{list}/held/{held}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that you look at a held mail */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                    held: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        take: "yes" | "no";
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/lists/{list}/held/{held}/memo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note something about a held mail */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                    held: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        memo?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/lists/{list}/requests/{request}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that you look at a request */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                    request: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        take: "yes" | "no";
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/requests/{request}/links/{other}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Unlink two requests */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    request: string;
                    other: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/requests/{request}/cases/{case}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a user case out of a request */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    request: string;
                    case: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/requests/{request}/comments/{comment}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove a comment */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    request: string;
                    comment: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/requests/{request}/files/{file}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove a file of a request */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    request: string;
                    file: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/ballots/{ballot}/papers/{voter}/poll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the colleagues before the ballot is cast */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ballot: string;
                    voter: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        closesAt: string;
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/ballots/{ballot}/papers/{voter}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say which areas the institution uses, and its size */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ballot: string;
                    voter: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        areas: string[];
                        /** @enum {string} */
                        size?: "small" | "medium" | "large";
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/meetings/{meeting}/agenda/{item}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Settle an item of the agenda */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    meeting: string;
                    item: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        to: "open" | "done" | "dropped" | "carried" | "approved";
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/meetings/{meeting}/agenda/{item}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move an item of the agenda */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    meeting: string;
                    item: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        to: ("up" | "down") | number;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/meetings/{meeting}/lines/{line}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a line out of the minutes */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    meeting: string;
                    line: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/meetings/{meeting}/lines/{line}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say which text of a line stands */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    meeting: string;
                    line: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/meetings/{meeting}/lines/{line}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a line a decision */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    meeting: string;
                    line: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        reviewOn?: string;
                        votesFor?: number;
                        votesAgainst?: number;
                        abstained?: number;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/meetings/{meeting}/lines/{line}/action": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a line an action */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    meeting: string;
                    line: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ownerId?: number;
                        /** Format: date */
                        dueOn?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/briefs/{brief}/requests/{request}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a request out of a brief */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    brief: string;
                    request: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/submissions/{submission}/requests/{request}/due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move the day on which an answer is due */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    submission: string;
                    request: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        dueOn: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/show-and-tell/{talk}/speakers/{speaker}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a speaker out of a talk */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    talk: string;
                    speaker: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/show-and-tell/{talk}/files/{file}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take slides off a talk */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    talk: string;
                    file: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/events/{event}/sessions/{session}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a session out of the programme */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    event: string;
                    session: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/events/{event}/sessions/{session}/speakers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a speaker to a session */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    event: string;
                    session: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        name?: string;
                        /** @default  */
                        email?: string;
                        /** @default  */
                        from?: string;
                        /**
                         * @default speaker
                         * @enum {string}
                         */
                        role?: "speaker" | "chair" | "panel" | "host";
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/events/{event}/sessions/{session}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring slides of a session */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    event: string;
                    session: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        upload?: string;
                        file?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/events/{event}/proposals/{proposal}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a proposal */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    event: string;
                    proposal: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/events/{event}/proposals/{proposal}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what I think of a proposal */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    event: string;
                    proposal: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        score: number;
                        /** @default  */
                        comment?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/events/{event}/proposals/{proposal}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide about a proposal */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    event: string;
                    proposal: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        to: "accepted" | "waiting" | "declined";
                        /** @default  */
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/correspondence/{desk}/imports/{import}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try an old mailbox again that stopped */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    desk: string;
                    import: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/correspondence/{desk}/imports/{import}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an old mailbox back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    desk: string;
                    import: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/reports/{report}/sections/{section}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a section of a report */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report: string;
                    section: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        to: "up" | "down";
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/reports/{report}/sections/{section}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove a section of a report */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report: string;
                    section: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/lists/{list}/m/{id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take something out of a list */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        kind: string;
                        /** @default  */
                        words?: string;
                        subject: boolean;
                        reason: string;
                        /** @constant */
                        step?: "remove";
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/lists/{list}/imports/{import}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an import into a list back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                    import: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/lists/{list}/notices/{notice}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Word a notice */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                    notice: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        subject: string;
                        body: string;
                        /**
                         * @default save
                         * @enum {string}
                         */
                        do?: "save" | "preview";
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/lists/{list}/held/{held}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide about a held mail */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                    held: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        decision: "approve" | "reject" | "discard";
                        /** @default  */
                        note?: string;
                        allow: boolean;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/lists/{list}/requests/{request}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide about a request to join */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                    request: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        decision: "accept" | "reject" | "ask";
                        /** @default  */
                        reason?: string;
                        organisationId?: number;
                        hostId?: number;
                        staffPageRead: boolean;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/calls/{call}/runners-up/{offer}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Appoint a runner-up */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    call: string;
                    offer: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/meetings/{meeting}/agenda/{item}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change an item of the agenda */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    meeting: string;
                    item: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /** @default  */
                        note?: string;
                        minutes?: number;
                        internal: boolean;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/meetings/{meeting}/corrections/{correction}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a correction */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    meeting: string;
                    correction: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        to: "taken" | "left";
                        /** @default  */
                        answer?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/briefs/{brief}/requests/{request}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write the page of a request in a brief */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    brief: string;
                    request: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        ask?: string;
                        /** @default  */
                        evidence?: string;
                        caseIds: string[];
                        position?: number;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/submissions/{submission}/questions/{question}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a question of the vendor */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    submission: string;
                    question: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/deliveries/{delivery}/cases/{case}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say whether a user case works */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    delivery: string;
                    case: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        verdict: "full" | "partly" | "no";
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/events/{event}/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change a session of an event */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    event: string;
                    session: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /** @default  */
                        summary?: string;
                        /** Format: date */
                        day: string;
                        from: string;
                        to: string;
                        /** @enum {string} */
                        which?: "earlier" | "later";
                        /** @default  */
                        room?: string;
                        presented: boolean;
                        talk?: number;
                        /** Format: uri */
                        link?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/events/{event}/proposals/{proposal}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change a proposal */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    event: string;
                    proposal: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        text: string;
                        /** @default  */
                        withWhom?: string;
                        minutes: number;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/reports/{report}/sections/{section}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change a section of a report */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report: string;
                    section: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /** @default  */
                        body?: string;
                        internal: boolean;
                        leftOut: boolean;
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/organisations/{organisation}/memberships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a membership */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organisation: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        communityId: number;
                        /** Format: date */
                        fromOn: string;
                        /** Format: date */
                        toOn?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/organisations/{organisation}/consortia": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that an institution belongs to a consortium */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organisation: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        parentId: number;
                        /** Format: date */
                        fromOn: string;
                        /** Format: date */
                        toOn?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/organisations/{organisation}/contracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a contract */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organisation: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        productId: number;
                        /** Format: date */
                        fromOn: string;
                        /** Format: date */
                        toOn?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/organisations/{organisation}/stage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say how far an institution is with a product */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organisation: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        productId: number;
                        /** @enum {string} */
                        stage?: "development_partner" | "early_adopter" | "implementing" | "live";
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/organisations/{organisation}/referents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a referent */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organisation: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        communityId: number;
                        standIn: boolean;
                        /** Format: date */
                        fromOn: string;
                        /** Format: date */
                        toOn?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/affiliations/{affiliation}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Settle whether somebody still works there */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    affiliation: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        answer: "stays" | "left";
                        back?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/groups/{group}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change what a group says of itself */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @default  */
                        tagline?: string;
                        /** Format: date */
                        foundedOn?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/groups/{group}/user-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say to which user groups a group belongs, and which host its lists */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        communityIds: string[];
                        hosts: string[];
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/roster/{group}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read a sheet of a roster */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        file?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/roster/{group}/seats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give somebody a role */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        /** @enum {string} */
                        role: "coordinator" | "deputy" | "liaison" | "member" | "moderator";
                        formal: boolean;
                        from: string;
                        to?: string;
                        /** @default  */
                        how?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/roster/{group}/handovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prepare a handover */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        role: "coordinator" | "deputy" | "liaison" | "moderator" | "member";
                        fromId: number;
                        toId: number;
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/roster/{group}/holdings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down what a role holds */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        role: "coordinator" | "deputy" | "liaison" | "moderator" | "member";
                        title: string;
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/handovers/{handover}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call a handover off */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    handover: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/referents/{naming}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a naming back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    naming: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/organisations/{organisation}/referent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Name who speaks for an institution */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organisation: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        communityId: number;
                        standIn: boolean;
                        name: string;
                        email: string;
                        /** Format: date */
                        fromOn: string;
                        /** Format: date */
                        toOn?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/lists/{list}/subscribe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Join a list */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/lists/{list}/write": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write to a list */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        subject: string;
                        text: string;
                        reply?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/lists/{list}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the settings of a list */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /** @default  */
                        description?: string;
                        /** @enum {string} */
                        language?: "en" | "de" | "fr" | "es";
                        /** @enum {string} */
                        archive: "public" | "subscribers" | "group";
                        /** @enum {string} */
                        joinPolicy: "open" | "confirm" | "vetted" | "closed";
                        maxSizeMb: number;
                        emergency: boolean;
                        provenSenders: boolean;
                        remindDays?: number;
                        expireDays?: number;
                        tellChanges: boolean;
                        /** @default  */
                        subjectPrefix?: string;
                        /** @default  */
                        footer?: string;
                        /** @enum {string} */
                        repliesTo?: "author" | "list";
                        /** @enum {string} */
                        receiving?: "each" | "mime_digest" | "plain_digest" | "weekly" | "none";
                        digestKb?: number;
                        digestMessages?: number;
                        digestHour?: number;
                        digestZone?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/lists/{list}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change or try the rules for mail */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        do: "save" | "try" | "reset";
                        newField?: string;
                        newPattern?: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/lists/{list}/bans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ban an address, a domain or a pattern */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "address" | "domain" | "pattern";
                        value: string;
                        /** @default  */
                        reason?: string;
                        /** Format: date */
                        until?: string;
                        everywhere: boolean;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/lists/{list}/writers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what becomes of a writer’s mail */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "address" | "domain" | "pattern";
                        value: string;
                        /** @enum {string} */
                        action: "accept" | "hold" | "reject" | "discard" | "forget";
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/lists/{list}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invite people to a list */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        people: string;
                        /** @default  */
                        words?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/lists/{list}/held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide about several held mails */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        decision: "approve" | "reject" | "discard";
                        /** @default  */
                        note?: string;
                        held?: string[];
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/lists/{list}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say whom a list lets in by itself */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        approval: "never" | "vouched" | "recognised";
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/role-addresses/{address}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close the address of a role */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    address: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/calls/{call}/offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Offer to do it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    call: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/calls/{call}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide about the offers */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    call: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/calls/{call}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a call */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    call: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/documents/{document}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write a new version of a document */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    document: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        body?: string;
                        /** @default  */
                        note?: string;
                        upload?: string;
                        file?: string;
                        base: number;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/documents/{document}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a version of a document */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    document: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        /** @enum {string} */
                        way: "meeting" | "role";
                        decisionId?: number;
                        /** Format: date */
                        on?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/documents/{document}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a document was reviewed */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    document: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        nextOn?: string;
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/documents/{document}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the facts of a document */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    document: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /** @enum {string} */
                        category: "key" | "minutes" | "report" | "other";
                        /** @enum {string} */
                        ownerRole: "coordinator" | "deputy" | "liaison" | "moderator" | "member" | "steering";
                        /** @enum {string} */
                        visibility: "public" | "subscribers" | "group";
                        /** Format: date */
                        datedOn: string;
                        reviewMonths?: number;
                        /** Format: date */
                        reviewOn?: string;
                        keepMonths?: number;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/documents/{document}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive or withdraw a document, or bring it back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    document: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        to: "live" | "archived" | "withdrawn";
                        /** @default  */
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/documents/{document}/keep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a document longer */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    document: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        until: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/documents/{document}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove a document for good */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    document: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        sure: boolean;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/cases/{case}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take my user case back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    case: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        why?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/cases/{case}/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a user case to a request that is like it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    case: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        requestId: number;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/cases/{case}/different": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a user case is about something else */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    case: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        requestId: number;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/requests/{request}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose a merge */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    request: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        targetId: number;
                        /** @default  */
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/requests/{request}/stage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set the stage of a request */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    request: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        stage: "gathering" | "ready" | "submitted" | "answered" | "committed" | "delivered" | "accepted" | "set_aside" | "merged";
                        /** @default  */
                        why?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/requests/{request}/champion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Name the champion of a request */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    request: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        personId?: number;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/requests/{request}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Link two requests */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    request: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        toId: number;
                        /** @enum {string} */
                        kind: "related" | "part_of" | "duplicate_of";
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/requests/{request}/different": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that two requests are different */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    request: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        otherId: number;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/requests/{request}/affected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add an institution that a concern affects */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    request: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        institution: string;
                        /** @default  */
                        versions?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/requests/{request}/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a user case to a request */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    request: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        caseId: number;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/requests/{request}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write an internal note */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    request: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/requests/{request}/follow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Follow a request, or no longer */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    request: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        following: "yes" | "no";
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/requests/{request}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a file to a request */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    request: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        file: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/stories/{story}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a story back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    story: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/stories/{story}/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reply to a story */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    story: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/cycles/{cycle}/dates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a date of a cycle */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    cycle: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "submission" | "triage" | "round_one" | "costing" | "round_two" | "commitment";
                        opensAt?: string;
                        closesAt: string;
                        /** @default  */
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/cycles/{cycle}/consortia": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say how a consortium votes */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    cycle: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        organisationId: number;
                        /** @enum {string} */
                        asOne: "yes" | "no";
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/cycles/{cycle}/costing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give costs and solutions */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    cycle: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/cycles/{cycle}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a wish in */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    cycle: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        text: string;
                        /** @default  */
                        area?: string;
                        requestId?: number;
                        organisationId?: number;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/wishes/{wish}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide on a wish */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    wish: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @constant */
                        to: "accept";
                        back?: string;
                    } | {
                        /** @constant */
                        to: "back";
                    } | {
                        /** @constant */
                        to: "merge";
                        into: number;
                        /** @default  */
                        note?: string;
                        back?: string;
                    } | {
                        /** @constant */
                        to: "set_aside";
                        /** @enum {string} */
                        reason: "exists" | "roadmap" | "bug" | "other_product" | "out_of_scope";
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/wishes/{wish}/reword": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose other words for a wish */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    wish: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        text: string;
                        /** @default  */
                        why?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/wishes/{wish}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agree to other words for my wish, or not */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    wish: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        rewording: number;
                        /** @enum {string} */
                        agreed: "yes" | "no";
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/wishes/{wish}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw my wish */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    wish: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/wishes/{wish}/unlike": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that two wishes are different */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    wish: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        other: number;
                        back?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/wishes/{wish}/request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say which request a wish is about */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    wish: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        requestId: number;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/ballots/{ballot}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put the close of a ballot off */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ballot: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        closesAt: string;
                        /** @default  */
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/ballots/{ballot}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change a ballot before it opens */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ballot: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        rule?: string;
                        budget?: number;
                        most?: number;
                        capacity?: number;
                        seats?: number;
                        minScore?: number;
                        /** @enum {string} */
                        misfit?: "skip" | "stop";
                        comparison: boolean;
                        /** @enum {string} */
                        utility?: "points" | "approval";
                        /** @enum {string} */
                        ties: "lot" | "seniority" | "chair";
                        /** @default  */
                        tieOrder?: string;
                        /** @enum {string} */
                        secrecy: "anonymous" | "public";
                        /** Format: date */
                        recordOn: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/ballots/{ballot}/rehearse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a rehearsal of a ballot */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ballot: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/ballots/{ballot}/fill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cast test papers in a rehearsal */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ballot: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/ballots/{ballot}/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close and count a rehearsal */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ballot: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/ballots/{ballot}/throw-away": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Throw a rehearsal away */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ballot: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/ballots/{ballot}/call-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call a ballot off before its close */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ballot: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/ballots/{ballot}/anew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prepare a ballot that was called off anew */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ballot: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        opensAt?: string;
                        closesAt: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/ballots/{ballot}/nominations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Nominate somebody, or stand */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ballot: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email?: string;
                        /** @default  */
                        statement?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/ballots/{ballot}/vote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a motion with objections to the vote */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ballot: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        closesAt: string;
                        quorum?: number;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/meetings/{meeting}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a correction of the minutes */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    meeting: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/briefs/{brief}/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add requests to a brief */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    brief: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        requestId: string[];
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/briefs/{brief}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a version of a brief */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    brief: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/briefs/{brief}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a brief */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    brief: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/briefs/{brief}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand a brief over to the vendor */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    brief: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        personIds: string[];
                        /** @default  */
                        toName?: string;
                        /** @default  */
                        how?: string;
                        /** @default  */
                        note?: string;
                        /** Format: date */
                        on: string;
                        /** Format: date */
                        dueOn: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/submissions/{submission}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a submission back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    submission: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/submissions/{submission}/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take in the filled spreadsheet */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    submission: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        file?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/commitments/{commitment}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Drop a commitment */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    commitment: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/commitments/{commitment}/carry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Carry a commitment over */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    commitment: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        year: number;
                        /** Format: date */
                        dueOn?: string;
                        /** @default  */
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/releases/{release}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say whether a release delivers a request */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    release: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        requestId: number;
                        /** @enum {string} */
                        delivers: "yes" | "no";
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/deliveries/{delivery}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close the acceptance check */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    delivery: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        verdict?: "full" | "partly" | "no";
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/telling/{post}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Throw away a draft of what a list is told */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    post: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/show-and-tell/{talk}/slot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a talk its slot */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    talk: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        meeting: number;
                        was?: number;
                        /** @default 1 */
                        place?: number;
                        /** Format: date */
                        consentUntil?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/show-and-tell/{talk}/unslot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a talk out of its slot */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    talk: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/show-and-tell/{talk}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a talk */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    talk: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/show-and-tell/{talk}/speakers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a speaker to a talk */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    talk: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        name?: string;
                        email?: string;
                        /** @default  */
                        from?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/show-and-tell/{talk}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring slides of a talk */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    talk: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        upload?: string;
                        file?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/show-and-tell/{talk}/recording": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Link the recording of a talk, or take it off */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    talk: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        url?: string;
                        length?: string;
                        /** @default  */
                        chapters?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/events/{event}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel an event */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    event: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/events/{event}/call": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open or change a call for proposals */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    event: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        callText?: string;
                        /** Format: date */
                        callOpensOn?: string;
                        /** Format: date */
                        callClosesOn?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/events/{event}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note who was at an event */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    event: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/events/{event}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a session to an event */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    event: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /** @default  */
                        summary?: string;
                        /** Format: date */
                        day: string;
                        from: string;
                        to: string;
                        /** @enum {string} */
                        which?: "earlier" | "later";
                        /** @default  */
                        room?: string;
                        presented: boolean;
                        talk?: number;
                        /** Format: uri */
                        link?: string;
                        proposal?: number;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/correspondence/{desk}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring an old mailbox in */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    desk: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        file: string;
                        upload?: string;
                        /** @default  */
                        own?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/correspondence/{desk}/write": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write from a role */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    desk: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        subject: string;
                        text: string;
                        answerExpected: boolean;
                        /** Format: date */
                        answerBy?: string;
                        to: string;
                        /** @default  */
                        toName?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/news/{slug}/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that news is ready to go out, or not yet */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ready: boolean;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/news/{slug}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let news out */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        lists: string[];
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/news/{slug}/unschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep news from going out by itself */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/news/{slug}/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail news to lists */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        lists: string[];
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/news/{slug}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note a correction */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/news/{slug}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw news */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/news/{slug}/contribute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give news to an editor elsewhere */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        outlet: number;
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/reports/{report}/title": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rename a report */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/reports/{report}/sections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a section to a report */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /** @default  */
                        body?: string;
                        internal: boolean;
                        leftOut: boolean;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/reports/{report}/freeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Freeze the figures of a report */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/reports/{report}/thaw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let the figures of a report follow the record */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/reports/{report}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a report */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        public: boolean;
                        decisionId?: number;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/reports/{report}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a new edition of a report */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/reports/{report}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show a report to everyone, or to its own readers */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    report: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        public: boolean;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/lists/{list}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring members of a list from a file */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        file: string;
                        upload?: string;
                        /** @default  */
                        pasted?: string;
                        sync: boolean;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/imports/{upload}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add files to an import */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    upload: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        file: string;
                        upload?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/imports/{upload}/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin an import */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    upload: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        settings: boolean;
                        skipWrong: boolean;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/imports/{upload}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try an import again that stopped */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    upload: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/imports/{upload}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Throw an import away */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    upload: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/lists/{list}/follow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Follow a list elsewhere */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    list: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        address: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/correspondence/{desk}/{exchange}/mails/{mail}/pass-on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pass a letter on to the holders */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    desk: string;
                    exchange: string;
                    mail: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/correspondence/{desk}/{exchange}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a letter */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    desk: string;
                    exchange: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        subject: string;
                        text: string;
                        answerExpected: boolean;
                        /** Format: date */
                        answerBy?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/first-weeks/{group}/{step}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a first step again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group: string;
                    step: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/organisations/{organisation}/{terms}/{term}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a membership, contract or referent */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organisation: string;
                    terms: string;
                    term: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        toOn: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/correspondence/{desk}/{exchange}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say who answers a letter, and by when */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    desk: string;
                    exchange: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "open" | "waiting" | "answered";
                        ownerId?: number;
                        /** Format: date */
                        answerBy?: string;
                        about?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/first-weeks/{group}/{step}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm a first step, or leave it out */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    group: string;
                    step: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        verdict: "confirmed" | "skipped";
                        /** @default  */
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/organisations/{organisation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change what is known of an organisation */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organisation: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @enum {string} */
                        kind: "institution" | "consortium" | "vendor" | "affiliate" | "reseller" | "user_group";
                        country?: string;
                        /** Format: uri */
                        website?: string;
                        ror?: string;
                        parentId?: number;
                        /** @default  */
                        domains?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/actions/{action}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change an action */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    action: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /** @default  */
                        note?: string;
                        ownerId?: number;
                        /** Format: date */
                        dueOn?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/handovers/{handover}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand over */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    handover: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/referents/{naming}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm a referent, or not */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    naming: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        decision: "confirm" | "refuse";
                        /** @default  */
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/cases/{case}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change a user case */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    case: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /** @default  */
                        who?: string;
                        /** @default  */
                        workflow?: string;
                        /** @default  */
                        frequency?: string;
                        /** @default  */
                        problem?: string;
                        /** @default  */
                        workaround?: string;
                        /** @default  */
                        cost?: string;
                        /** @default  */
                        versions?: string;
                        areaId?: number;
                        organisationId?: number;
                        /** @default  */
                        numbers?: string;
                        /** @enum {string} */
                        visibility?: "group" | "subscribers" | "public";
                        /** @enum {string} */
                        consent?: "no" | "vendor" | "public";
                        requestId?: number;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/merges/{merge}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Carry a merge out, drop or undo it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    merge: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        act: "carry-out" | "drop" | "undo";
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/requests/{request}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change a request */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    request: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "idea" | "concern";
                        title: string;
                        /** @default  */
                        text?: string;
                        areaId?: number;
                        topicId?: number;
                        /** @enum {string} */
                        visibility: "group" | "subscribers" | "public";
                        /** @enum {string} */
                        severity?: "critical" | "major" | "moderate" | "minor";
                        /** @default  */
                        versions?: string;
                        /** @default  */
                        reproduction?: string;
                        /** @default  */
                        workaround?: string;
                        /** @default  */
                        numbers?: string;
                        /** @default  */
                        note?: string;
                        seen?: number;
                        cases: string[];
                        look?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/stories/{story}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change a story */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    story: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "challenge" | "success";
                        title: string;
                        text: string;
                        /** @default  */
                        outcome?: string;
                        areaId?: number;
                        /** @enum {string} */
                        stage?: "development_partner" | "early_adopter" | "implementing" | "live";
                        /** @enum {string} */
                        visibility: "group" | "subscribers" | "public";
                        messageId?: number;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/synonyms/{synonym}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change or remove words that mean the same */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    synonym: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        words?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/briefs/{brief}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change a brief */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    brief: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /** @default  */
                        purpose?: string;
                        championId?: number;
                        group?: string;
                        requestId: string[];
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/releases/{release}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change a release */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    release: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        group?: string;
                        productId: number;
                        name: string;
                        /** Format: date */
                        onDay?: string;
                        /**
                         * Format: uri
                         * @default
                         */
                        link?: string;
                        /** @default  */
                        notes?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/telling/{post}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change or send what a list is told */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    post: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        subject: string;
                        body: string;
                        /**
                         * @default save
                         * @enum {string}
                         */
                        act?: "save" | "send";
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/show-and-tell/{talk}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the words of a talk */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    talk: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        abstract: string;
                        minutes: number;
                        /** @enum {string} */
                        language: "en" | "de" | "fr" | "es";
                        /** @enum {string} */
                        visibility: "public" | "subscribers" | "group";
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/events/{event}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change an event */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    event: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /** @enum {string} */
                        kind: "conference" | "vendor_meeting" | "user_group_call" | "workshop" | "other";
                        /** @default  */
                        summary?: string;
                        /** Format: date */
                        firstOn: string;
                        /** Format: date */
                        lastOn: string;
                        zone: string;
                        /** @default  */
                        place?: string;
                        online: boolean;
                        /**
                         * Format: uri
                         * @default
                         */
                        website?: string;
                        public: boolean;
                        expectsFormal: boolean;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/news/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change news */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        title: string;
                        text: string;
                        /** @enum {string} */
                        language: "en" | "de" | "fr" | "es";
                        /** @enum {string} */
                        visibility: "group" | "subscribers" | "public";
                        areaId?: number;
                        /** @default  */
                        links?: string;
                        picture?: string;
                        /** @default  */
                        pictureAlt?: string;
                        removePicture: boolean;
                        /** Format: date */
                        embargo?: string;
                        /** @default 09:00 */
                        embargoTime?: string;
                        embargoZone: string;
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change your settings */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @enum {string} */
                        locale: "en" | "de" | "fr" | "es";
                        zone: string;
                        /** @enum {string} */
                        theme: "system" | "light" | "dark";
                        singleKeys: boolean;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add an organisation */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @enum {string} */
                        kind: "institution" | "consortium" | "vendor" | "affiliate" | "reseller" | "user_group";
                        country?: string;
                        /** Format: uri */
                        website?: string;
                        ror?: string;
                        parentId?: number;
                        /** @default  */
                        domains?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/role-addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open the address of a role */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        title: string;
                        /** @enum {string} */
                        role: "coordinator" | "deputy" | "liaison" | "moderator" | "steering";
                        owner: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a call for volunteers */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        group: string;
                        /** @enum {string} */
                        role: "coordinator" | "deputy" | "liaison" | "moderator" | "member";
                        seats: number;
                        text: string;
                        list?: string;
                        /** Format: date */
                        fromOn: string;
                        /** Format: date */
                        toOn?: string;
                        /** Format: date */
                        closesOn: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a document */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        title: string;
                        /** @enum {string} */
                        category: "key" | "minutes" | "report" | "other";
                        /** @enum {string} */
                        ownerRole: "coordinator" | "deputy" | "liaison" | "moderator" | "member" | "steering";
                        /** @enum {string} */
                        visibility: "public" | "subscribers" | "group";
                        /** Format: date */
                        datedOn: string;
                        reviewMonths?: number;
                        /** Format: date */
                        reviewOn?: string;
                        keepMonths?: number;
                        body?: string;
                        /** @default  */
                        note?: string;
                        upload?: string;
                        file?: string;
                        host: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a request, or see what is like it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "idea" | "concern";
                        title: string;
                        /** @default  */
                        text?: string;
                        areaId?: number;
                        topicId?: number;
                        /** @enum {string} */
                        visibility: "group" | "subscribers" | "public";
                        /** @enum {string} */
                        severity?: "critical" | "major" | "moderate" | "minor";
                        /** @default  */
                        versions?: string;
                        /** @default  */
                        reproduction?: string;
                        /** @default  */
                        workaround?: string;
                        /** @default  */
                        numbers?: string;
                        /** @default  */
                        note?: string;
                        seen?: number;
                        cases: string[];
                        look?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/stories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell a story */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "challenge" | "success";
                        title: string;
                        text: string;
                        /** @default  */
                        outcome?: string;
                        areaId?: number;
                        /** @enum {string} */
                        stage?: "development_partner" | "early_adopter" | "implementing" | "live";
                        /** @enum {string} */
                        visibility: "group" | "subscribers" | "public";
                        messageId?: number;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open or change a topic */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @default  */
                        description?: string;
                        ownerId?: number;
                        closed: boolean;
                        topicId?: number;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/synonyms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add words that mean the same */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        words: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/affirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask every institution what it stands behind */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** Format: date */
                        closesOn: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/cycles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a cycle up */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        groupId?: number;
                        title: string;
                        note?: string;
                        communityIds: string[];
                        zone: string;
                        "submission-opensAt": string;
                        "submission-closesAt": string;
                        "triage-opensAt": string;
                        "triage-closesAt": string;
                        "round_one-opensAt": string;
                        "round_one-closesAt": string;
                        "costing-opensAt": string;
                        "costing-closesAt": string;
                        "round_two-opensAt": string;
                        "round_two-closesAt": string;
                        "commitment-opensAt": string;
                        "commitment-closesAt": string;
                        /** Format: date */
                        recordOn: string;
                        /** @enum {string} */
                        form: "points" | "ranks";
                        budget: number;
                        most?: number;
                        shortlist: number;
                        capacity: number;
                        /** @enum {string} */
                        ruleOne: "equal-shares-add1" | "equal-shares" | "greedy" | "scottish-stv";
                        /** @enum {string} */
                        ruleTwo: "equal-shares-add1" | "equal-shares" | "greedy" | "scottish-stv";
                        /** @enum {string} */
                        ties: "lot" | "seniority" | "chair";
                        /** @enum {string} */
                        secrecy: "anonymous" | "public";
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/elections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set an election up */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        groupId?: number;
                        title: string;
                        /** @enum {string} */
                        role: "member" | "coordinator" | "deputy";
                        seats: number;
                        /** Format: date */
                        termFrom: string;
                        /** Format: date */
                        termTo?: string;
                        electorate: string;
                        /** Format: date */
                        recordOn: string;
                        nominationsUntil: string;
                        opensAt: string;
                        closesAt: string;
                        zone: string;
                        /** @enum {string} */
                        secrecy: "anonymous" | "public";
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/motions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a question to the group */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        groupId?: number;
                        title: string;
                        question: string;
                        /** @enum {string} */
                        way: "consent" | "vote";
                        quorum?: number;
                        /** @enum {string} */
                        secrecy: "anonymous" | "public";
                        closesAt: string;
                        zone: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/briefs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a brief */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /** @default  */
                        purpose?: string;
                        championId?: number;
                        group?: string;
                        requestId: string[];
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/commitments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a commitment */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        group?: string;
                        requestId: number;
                        productId: number;
                        year: number;
                        points: number;
                        /** Format: date */
                        dueOn?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down a release */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        group?: string;
                        productId: number;
                        name: string;
                        /** Format: date */
                        onDay?: string;
                        /**
                         * Format: uri
                         * @default
                         */
                        link?: string;
                        /** @default  */
                        notes?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/telling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Draft what a list is told */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        group?: string;
                        listId: number;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/show-and-tell": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose a talk */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        abstract: string;
                        minutes: number;
                        /** @enum {string} */
                        language: "en" | "de" | "fr" | "es";
                        /** @enum {string} */
                        visibility: "public" | "subscribers" | "group";
                        group: string;
                        message?: number;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add an event */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /** @enum {string} */
                        kind: "conference" | "vendor_meeting" | "user_group_call" | "workshop" | "other";
                        /** @default  */
                        summary?: string;
                        /** Format: date */
                        firstOn: string;
                        /** Format: date */
                        lastOn: string;
                        zone: string;
                        /** @default  */
                        place?: string;
                        online: boolean;
                        /**
                         * Format: uri
                         * @default
                         */
                        website?: string;
                        public: boolean;
                        expectsFormal: boolean;
                        hosts: string[];
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/news": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write news */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        title: string;
                        text: string;
                        /** @enum {string} */
                        language: "en" | "de" | "fr" | "es";
                        /** @enum {string} */
                        visibility: "group" | "subscribers" | "public";
                        areaId?: number;
                        /** @default  */
                        links?: string;
                        picture?: string;
                        /** @default  */
                        pictureAlt?: string;
                        removePicture: boolean;
                        /** Format: date */
                        embargo?: string;
                        /** @default 09:00 */
                        embargoTime?: string;
                        embargoZone: string;
                        group?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acts/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a report */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        group: string;
                        /** Format: date */
                        fromOn: string;
                        /** Format: date */
                        toOn: string;
                        title?: string;
                    };
                };
            };
            responses: {
                /** @description Done; `page` is where to look now. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            page: string | null;
                            said: string | null;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Hit: {
            kind: string;
            /** Format: date-time */
            at: string;
            author: string;
            /** @description A text in stretches; found words are marked. */
            title: {
                text: string;
                mark: boolean;
            }[];
            /** @description A text in stretches; found words are marked. */
            snippet: {
                text: string;
                mark: boolean;
            }[];
            /** @description Its page on this site. */
            path: string | null;
        };
        /** @description RFC 9457; `errors` names the fields that cannot be taken. */
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            errors?: {
                field: string;
                detail: string;
            }[];
        };
        Counts: {
            total: number;
            /** @description There are more than were counted. */
            more: boolean;
            kinds: {
                name: string;
                count: number;
            }[];
            years: {
                name: string;
                count: number;
            }[];
            authors: {
                name: string;
                count: number;
            }[];
            lists: {
                name: string;
                count: number;
            }[];
            /** @description By the short name of a group, as `group:` takes it. */
            groups: {
                name: string;
                count: number;
                title: string;
            }[];
        };
        Thread: {
            /** @description Message-ID of its first message. */
            root: string;
            subject: string;
            /** Format: date-time */
            firstAt: string;
            /** Format: date-time */
            lastAt: string;
            messages: number;
            people: number;
            names: string[];
        };
        Message: {
            messageId: string;
            variant: number;
            subject: string;
            from: string;
            institution?: string | null;
            /** Format: date-time */
            sentAt: string;
            references: string[];
            text: string;
            hasHtml: boolean;
            defects: string[];
            attachments: components["schemas"]["Attachment"][];
        };
        Attachment: {
            position: number;
            filename: string;
            type: string;
            size: number;
            sha256: string;
            inline: boolean;
        };
        Delivery: {
            id: number;
            kind: string;
            subject: string;
            email: string;
            /** @enum {string} */
            state: "queued" | "sent" | "deferred" | "failed" | "cancelled";
            attempts: number;
            /** Format: date-time */
            queuedAt: string;
            /** Format: date-time */
            nextAt: string;
            /** Format: date-time */
            settledAt: string | null;
            code: number | null;
            /** @description What the server said. */
            answer: string | null;
        };
        ParkedMail: {
            id: number;
            /** Format: date-time */
            receivedAt: string;
            mailFrom: string;
            rcptTo: string[];
            attempts: number;
            error: string | null;
        };
        Settings: {
            name: string;
            /** @enum {string} */
            locale: "en" | "de" | "fr" | "es";
            zone: string;
            /** @enum {string} */
            theme: "system" | "light" | "dark";
            singleKeys: boolean;
        };
        OrganisationLine: {
            id: number;
            name: string;
            /** @enum {string} */
            kind: "institution" | "consortium" | "vendor" | "affiliate" | "reseller" | "user_group";
            country: string | null;
            member: boolean;
            stages: ("development_partner" | "early_adopter" | "implementing" | "live")[];
        };
        Organisation: {
            id: number;
            name: string;
            /** @enum {string} */
            kind: "institution" | "consortium" | "vendor" | "affiliate" | "reseller" | "user_group";
            country: string | null;
            website: string;
            ror: string | null;
            member: boolean;
            /** @description Shown to those who keep the register. */
            domains: string[];
            belongsTo: {
                /** Format: date */
                fromOn: string | null;
                /** Format: date */
                toOn: string | null;
                id: number;
                name: string;
            }[];
            memberships: {
                /** Format: date */
                fromOn: string | null;
                /** Format: date */
                toOn: string | null;
                community: string;
                through: string;
            }[];
            /** @description Shown to those who keep the register. */
            contracts: {
                /** Format: date */
                fromOn: string | null;
                /** Format: date */
                toOn: string | null;
                product: string;
                through: string;
            }[];
            referents: {
                /** Format: date */
                fromOn: string | null;
                /** Format: date */
                toOn: string | null;
                name: string;
                community: string;
                standIn: boolean;
            }[];
            stages: {
                product: string;
                /** @enum {string} */
                stage: "development_partner" | "early_adopter" | "implementing" | "live";
            }[];
        };
        GroupLine: {
            slug: string;
            name: string;
            tagline: string;
            communities: string[];
        };
        Group: components["schemas"]["GroupLine"] & {
            product: string;
            vendor: string;
            /** Format: date */
            foundedOn: string | null;
        };
        Seat: {
            person: string;
            role: string;
            formal: boolean;
            /** Format: date */
            fromOn: string | null;
            /** Format: date */
            toOn: string | null;
        };
        Term: {
            id: number;
            person: string;
            /** @enum {string} */
            role: "coordinator" | "deputy" | "liaison" | "member" | "moderator";
            formal: boolean;
            organisation: string | null;
            /** Format: date */
            fromOn: string | null;
            /** Format: date */
            toOn: string | null;
            /** @description Only the years are known; the days are the first and the last of them. */
            byYear: boolean;
            how: string;
        };
        Action: {
            id: number;
            title: string;
            note: string;
            group: string | null;
            owner: string | null;
            /** Format: date */
            dueOn: string | null;
            /** @enum {string} */
            state: "open" | "done" | "dropped";
            /** @description What it came from, like `meeting:12`; empty where it was written down by itself. */
            source: string;
            outcome: string;
        };
        Handover: {
            id: number;
            /** @enum {string} */
            role: "coordinator" | "deputy" | "liaison" | "moderator" | "member";
            giver: string;
            taker: string;
            /** @enum {string} */
            state: "prepared" | "done" | "withdrawn";
            note: string;
            /** Format: date-time */
            begunAt: string;
        };
        Holding: {
            id: number;
            role: string;
            title: string;
            note: string;
        };
        HandedThing: {
            kind: string;
            title: string;
            path: string;
            outcome: string;
        };
        Naming: {
            id: number;
            organisationId: number;
            organisation: string;
            community: string;
            name: string;
            email: string;
            standIn: boolean;
            /** Format: date */
            fromOn: string;
            /** Format: date */
            toOn: string | null;
            namer: string;
            /** Format: date-time */
            namedAt: string;
        };
        /** @description A member of a user group for which nobody speaks today. */
        Vacancy: {
            id: number;
            name: string;
            communityId: number;
            community: string;
        };
        Me: {
            id: number;
            name: string;
            locale: string;
            zone: string;
            /** @enum {string} */
            theme: "system" | "light" | "dark";
            singleKeys: boolean;
            roles: {
                role: string;
                group: string | null;
            }[];
            /** @description Names of the lists that I am subscribed to. */
            lists: string[];
            token: {
                scopes: string[];
                /** Format: date-time */
                expiresAt: string;
            };
        };
        RequestCard: {
            id: number;
            email: string;
            name: string;
            state: string;
            /** Format: date-time */
            askedAt: string;
            /** Format: date-time */
            confirmedAt: string | null;
            ladder: {
                /**
                 * @description `person`: a person has to say.
                 * @enum {string}
                 */
                address: "proved" | "open" | "person";
                /**
                 * @description `person`: a person has to say.
                 * @enum {string}
                 */
                domain: "proved" | "open" | "person";
                reading: string;
                /**
                 * @description `person`: a person has to say.
                 * @enum {string}
                 */
                contract: "proved" | "open" | "person";
                /**
                 * @description `person`: a person has to say.
                 * @enum {string}
                 */
                staff: "proved" | "open" | "person";
            };
            candidates: {
                id: number;
                name: string;
                domain: string;
                contract: boolean;
            }[];
            suggestions: {
                name: string;
                country: string | null;
                domains: string[];
                ror: string | null;
            }[];
            evidence: {
                kind: string;
                text: string;
                person: string | null;
                answer: boolean | null;
            }[];
            earlier: {
                state: string;
                /** Format: date-time */
                askedAt: string;
                reason: string;
            }[];
            /** @description Who is looking at it. */
            claimer?: string;
            /** @description The user groups for which I decide. */
            hosts: {
                id: number;
                name: string;
            }[];
        };
        List: {
            name: string;
            title: string;
            description: string;
            address: string;
            language: string;
            group: string;
            /** @enum {string} */
            archive: "public" | "subscribers" | "group";
            /** @enum {string} */
            joinPolicy: "open" | "confirm" | "vetted" | "closed";
            subscribers: number;
            mayRead: boolean;
            subscribed: boolean;
        };
        Subscription: {
            id: number;
            list: string;
            title: string;
            email: string;
            /** Format: date-time */
            since: string;
            receiving: string;
        };
        ListHealth: {
            subscribers: number;
            suspended: number;
            paused: number;
            openIncidents: number;
            held: number;
            /** @description Of the posts of 30 days. */
            deliveries: {
                state: string;
                count: number;
            }[];
            /** @description Why mail of 30 days came back. */
            classes: {
                class: string;
                count: number;
            }[];
            months: components["schemas"]["HealthMonth"][];
        };
        HealthMonth: {
            /**
             * @description Of UTC.
             * @example 2026-10
             */
            month: string;
            posts: number;
            posters: number;
            newcomers: number;
            threads: number;
            /** @description Threads that somebody else answered within 7 days. */
            answered: number;
            joined: number;
            left: number;
            bounces: number;
            incidents: number;
        };
        SubscriberChange: {
            /** @enum {string} */
            act: "receiving";
            subscriptions: number[];
            /** @enum {string} */
            receiving: "each" | "mime_digest" | "plain_digest" | "weekly" | "none";
        } | {
            /** @enum {string} */
            act: "posting";
            subscriptions: number[];
            /**
             * @description null: as the rules say.
             * @enum {string|null}
             */
            posting: "accept" | "hold" | "reject" | "discard" | null;
        } | {
            /** @enum {string} */
            act: "remove";
            subscriptions: number[];
            /** @default  */
            reason: string;
            /** @default true */
            tell: boolean;
        };
        HeldLine: {
            id: number;
            reason: string;
            fromName: string;
            fromEmail: string;
            subject: string;
            /** Format: date-time */
            heldAt: string;
            /** @enum {string} */
            state: "held" | "approved" | "rejected" | "discarded" | "expired";
            /** Format: date-time */
            decidedAt: string | null;
            note: string;
        };
        HeldMail: components["schemas"]["HeldLine"] & {
            mailFrom: string;
            to: string[];
            text: string;
            attachments: {
                filename: string;
                type: string;
                size: number;
            }[];
        };
        Request: {
            id: number;
            email: string;
            name: string;
            locale: string;
            /** Format: date-time */
            askedAt: string;
            /** Format: date-time */
            confirmedAt: string | null;
        };
        Subscriber: {
            id: number;
            name: string;
            email: string;
            /** Format: date-time */
            since: string;
            receiving: string;
        };
        ListSettings: {
            title: string;
            description: string;
            /** @enum {string} */
            archive: "public" | "subscribers" | "group";
            /** @enum {string} */
            joinPolicy: "open" | "confirm" | "vetted" | "closed";
            /** @description Bytes. */
            maxSize: number;
            /** @enum {string} */
            language: "en" | "de" | "fr" | "es";
            /** @description Every mail waits for a moderator. */
            emergency: boolean;
            /** @description A mail of a known writer waits unless an aligned signature or SPF proves it, with or without DMARC. */
            provenSenders: boolean;
            remindDays: number;
            expireDays: number;
            /** @description Moderators hear once a day who joined and who left. */
            tellChanges: boolean;
            subjectPrefix: string;
            footer: string;
            /** @enum {string} */
            repliesTo: "author" | "list";
            /**
             * @description What newcomers receive.
             * @enum {string}
             */
            receiving: "each" | "mime_digest" | "plain_digest" | "weekly" | "none";
            digestKb: number;
            digestMessages: number;
            /** @description When the day’s digest goes out, by the clock of digestZone. */
            digestHour: number;
            /** @description An IANA time zone. */
            digestZone: string;
            /** @enum {string} */
            html: "keep" | "free" | "always" | "text";
            linkAboveKb: number | null;
            linkTypes: string[];
            dropTypes: string[];
        };
        Rules: {
            rules: components["schemas"]["Rule"][];
            own: boolean;
        };
        Rule: {
            /** @enum {string} */
            kind: "banned" | "emergency" | "no-from" | "dmarc-fails" | "too-large" | "spam" | "header" | "writer" | "not-subscribed" | "automatic" | "first-posts" | "suspicious" | "many-recipients" | "implicit" | "administrivia" | "attachments";
            /** @enum {string} */
            action: "accept" | "hold" | "reject" | "discard";
            on: boolean;
            number?: number;
            types?: string[];
            field?: string;
            pattern?: string;
        };
        Ban: {
            id: number;
            /** @enum {string} */
            kind: "address" | "domain" | "pattern";
            value: string;
            reason: string;
            until: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        Notice: {
            subject: string;
            body: string;
            /** @enum {string} */
            notice: "confirm-join" | "already-joined" | "request-waits" | "welcome" | "request-rejected" | "invitation" | "confirm-leave" | "not-joined" | "left" | "removed" | "help" | "command-results" | "confirm-commands" | "held-author" | "post-rejected" | "held-expired" | "held-moderators" | "held-reminder" | "decision-unclear" | "decided-before" | "join-moderators" | "comings-moderators" | "vouch-asked" | "more-asked";
            label: string;
            /** @enum {string} */
            locale: "en" | "de" | "fr" | "es";
            /** @description The list has words of its own; else these are those that Rapport brings. */
            own: boolean;
            /** Format: date-time */
            changedAt: string | null;
            /** @description What may stand in braces. */
            facts: string[];
            /** @description What must stand in it. */
            needed: string[];
            /** @description As it reads with made-up facts. */
            preview: {
                subject: string;
                body: string;
            };
        };
        Receiving: {
            id: number;
            list: string;
            email: string;
            addressId: number;
            /** @enum {string} */
            receiving: "each" | "mime_digest" | "plain_digest" | "weekly" | "none";
            /** Format: date-time */
            pausedUntil: string | null;
            ownPosts: boolean;
            whenAddressed: boolean;
            onlyTopics: boolean;
            topics: {
                topic: string;
                /** @enum {string} */
                choice: "follow" | "mute";
            }[];
        };
        Document: {
            slug: string;
            title: string;
            /** @description The group or user group that it belongs to. */
            host: string;
            /** @enum {string} */
            category: "key" | "minutes" | "report" | "other";
            /** @enum {string} */
            visibility: "public" | "subscribers" | "group";
            ownerRole: string;
            /** @enum {string} */
            state: "live" | "archived" | "withdrawn" | "removed";
            /** Format: date */
            datedOn: string;
            /** Format: date */
            reviewOn: string | null;
            /** Format: date */
            keepUntil: string | null;
            /** @description The version in force; null: none is approved yet. */
            approvedNumber: number | null;
        };
        DocumentVersion: {
            number: number;
            note: string;
            /** Format: date-time */
            madeAt: string;
            /** Format: date */
            approvedOn: string | null;
            fileName: string | null;
            fileType: string | null;
            fileSize: number | null;
            sha256: string | null;
        };
        DocumentText: components["schemas"]["DocumentVersion"] & {
            /** @description Markdown; null where the version is a file. */
            body: string | null;
            /** @description What a file says, as far as it could be read. */
            words: string;
        };
        ListedRequest: {
            id: number;
            /** @enum {string} */
            kind: "idea" | "concern";
            title: string;
            /** @enum {string} */
            stage: "gathering" | "ready" | "submitted" | "answered" | "committed" | "delivered" | "accepted" | "set_aside" | "merged";
            /** @enum {string|null} */
            severity: "critical" | "major" | "moderate" | "minor" | null;
            area: string | null;
            topic: string | null;
            cases: number;
            /** @description Institutions; null for who may not know. */
            supporters: number | null;
            musts: number | null;
            mergedInto: number | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            changedAt: string;
        };
        Charter: components["schemas"]["CharterVersion"] & {
            clauses: components["schemas"]["Clause"][];
        };
        Clause: {
            id: number;
            /** @description The same clause through all versions. */
            lineId: number;
            number: string;
            /** @enum {string} */
            kind: "purpose" | "objective" | "composition" | "activity" | "duty" | "role" | "meeting" | "list" | "web";
            /** @description Markdown with fields such as `{{coordinator}}`. */
            text: string;
            revision: number;
            measures: components["schemas"]["Measure"][];
        };
        Measure: {
            /** @enum {string} */
            kind: "cadence" | "count" | "freshness" | "share" | "seat" | "attendance" | "wait" | "existence" | "attested";
            subject: string;
            /** @default null */
            everyN: number | null;
            /**
             * @default null
             * @enum {string|null}
             */
            everyUnit: "day" | "week" | "month" | "year" | null;
            /** @default null */
            target: number | null;
            /** @default 0 */
            graceDays: number;
            role: string | null;
            /**
             * @description The one series of meetings that is looked at.
             * @default null
             */
            seriesId: number | null;
            id: number;
        };
        CharterVersion: {
            id: number;
            number: number;
            /** @enum {string} */
            state: "draft" | "coming" | "in_force" | "superseded";
            preamble: string;
            note: string;
            /** Format: date */
            inForceOn: string | null;
            /** Format: date */
            reviewOn: string | null;
            decisionId: number | null;
        };
        ClauseFinding: {
            lineId: number;
            number: string;
            /** @enum {string} */
            state: "kept" | "at_risk" | "not_kept" | "waiting" | "waived" | "not_measured" | "too_early";
            found: {
                measure: number;
                /** @enum {string} */
                state: "kept" | "at_risk" | "not_kept" | "waiting" | "waived" | "not_measured" | "too_early";
                n?: number;
                of?: number;
                share?: number;
                /** Format: date */
                from?: string;
                /** Format: date */
                dueOn?: string;
                says: string;
            }[];
        };
        Cycle: {
            id: number;
            title: string;
            group: string;
            zone: string;
            phases: {
                /** @enum {string} */
                kind: "submission" | "triage" | "round_one" | "costing" | "round_two" | "commitment";
                /** Format: date-time */
                opensAt: string;
                /** Format: date-time */
                closesAt: string;
                /** Format: date-time */
                openedAt: string | null;
                /** Format: date-time */
                closedAt: string | null;
            }[];
            ballots: {
                id: number;
                /** @enum {string|null} */
                phase: "submission" | "triage" | "round_one" | "costing" | "round_two" | "commitment" | null;
                /** @enum {string} */
                state: "preparing" | "open" | "closed" | "counted" | "thrown_away" | "called_off";
            }[];
        };
        BallotLine: {
            id: number;
            title: string;
            /** @enum {string} */
            kind: "wishes" | "election" | "motion";
            /** @enum {string} */
            state: "preparing" | "open" | "closed" | "counted" | "thrown_away" | "called_off";
            cycleId: number | null;
            /** @enum {string|null} */
            phase: "submission" | "triage" | "round_one" | "costing" | "round_two" | "commitment" | null;
            rule: string;
            /** @enum {string} */
            form: "points" | "ranks" | "yes_no";
            /** @enum {string} */
            secrecy: "anonymous" | "public";
            /** Format: date-time */
            opensAt: string;
            /** Format: date-time */
            closesAt: string;
            /** Format: date-time */
            closedAt: string | null;
            /** Format: date-time */
            calledOffAt: string | null;
        };
        Ballot: components["schemas"]["BallotLine"] & {
            /** @description Why it was called off; empty where it was not. */
            calledOffReason: string;
            /** @description The ballot that was called off and that this one is held instead of. */
            anewOf: number | null;
            question: string;
            budget: number | null;
            most: number | null;
            capacity: number | null;
            seats: number | null;
            ties: string;
            seedHash: string | null;
            recordOn: string;
            turnout: {
                voters: number;
                voted: number;
            };
            options: components["schemas"]["BallotOption"][];
        };
        BallotOption: {
            number: number;
            title: string;
            text: string;
            area: string;
            cost: number | null;
            solution: string;
            requestId: number | null;
        };
        BallotResult: {
            ballot: number;
            account: {
                voters: number;
                cast: number;
                blank: number;
                changed: number;
                late: number;
                spoilt: number;
                /** @description Papers by how much of what they gave went to what is chosen: none, up to a quarter, a half, three quarters, more. */
                got: number[];
                segments: {
                    /** @description Parts of at least five papers: what they gave by option, and the share of it on what is chosen. */
                    size: {
                        name: string;
                        papers: number;
                        given: {
                            [key: string]: number;
                        };
                        onWinners: number;
                    }[];
                    /** @description Parts of at least five papers: what they gave by option, and the share of it on what is chosen. */
                    region: {
                        name: string;
                        papers: number;
                        given: {
                            [key: string]: number;
                        };
                        onWinners: number;
                    }[];
                    /** @description Parts of at least five papers: what they gave by option, and the share of it on what is chosen. */
                    consortium: {
                        name: string;
                        papers: number;
                        given: {
                            [key: string]: number;
                        };
                        onWinners: number;
                    }[];
                };
            };
            options: {
                number: string;
                total: number;
                supporters: number;
                musts: number;
                variance: number;
            }[];
            seed: string | null;
            counts: {
                rule: string;
                chosen: boolean;
                winners: string[];
                ties: {
                    among: string[];
                    chosen: string;
                    how: string;
                }[];
                steps: {
                    text: string;
                }[];
            }[];
        };
        PublishedPaper: {
            receipt: string;
            vote: components["schemas"]["Vote"];
            name: string | null;
        };
        /** @description By the numbers of the options: points for some, or an order, or an answer. */
        Vote: {
            points?: {
                [key: string]: number;
            };
            ranks?: string[];
            /** @enum {string} */
            choice?: "yes" | "no" | "abstain";
        };
        Meeting: {
            slug: string;
            title: string;
            /** @enum {string} */
            kind: "meeting" | "call" | "conference" | "show_and_tell";
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            zone: string;
            /** @description Empty for who is neither at the table nor invited. */
            place: string;
            /** @enum {string} */
            state: "planned" | "held" | "cancelled";
            /** @enum {string} */
            minutes: "none" | "draft" | "circulated" | "approved";
            public: boolean;
            /** @description Its UID in calendars, for life. */
            uid: string;
            sequence: number;
            series: string | null;
            hosts: {
                groupId: number | null;
                communityId: number | null;
                name: string;
            }[];
        };
        MeetingInvitation: {
            personId: number;
            name: string;
            roles: string[];
            formal: boolean;
            /** @enum {string} */
            partstat: "needs-action" | "accepted" | "declined" | "tentative";
            comment: string;
            /** Format: date-time */
            counterAt: string | null;
            /** @enum {string|null} */
            attendance: "present" | "late" | "apologies" | "absent" | null;
            reason: string;
            reasonAccepted: boolean | null;
        };
        MeetingSeries: {
            slug: string;
            title: string;
            cadence: string;
            zone: string;
            startsAt: string;
            minutes: number;
            everyN: number;
            /** @enum {string} */
            everyUnit: "week" | "month";
            weekday: number;
            nth: number | null;
            /** Format: date */
            firstOn: string;
            /** Format: date */
            lastOn: string | null;
            /** Format: date-time */
            endedAt: string | null;
            /** @enum {string} */
            kind: "meeting" | "call" | "conference" | "show_and_tell";
            hosts: {
                groupId: number | null;
                communityId: number | null;
                name: string;
            }[];
        };
        DatePollInList: {
            slug: string;
            title: string;
            zone: string;
            minutes: number;
            /** Format: date-time */
            closesAt: string;
            /** Format: date-time */
            closedAt: string | null;
        };
        DatePoll: {
            slug: string;
            title: string;
            zone: string;
            minutes: number;
            /** Format: date-time */
            closesAt: string;
            /** Format: date-time */
            closedAt: string | null;
            meeting: string | null;
            slots: {
                id: number;
                /** Format: date-time */
                startsAt: string;
            }[];
            answers: {
                slotId: number;
                personId: number;
                name: string;
                /** @enum {string} */
                answer: "yes" | "maybe" | "no";
            }[];
        };
        Decision: {
            id: number;
            number: number;
            host: string;
            text: string;
            rationale: string;
            /** Format: date */
            decidedOn: string;
            /** Format: date */
            reviewOn: string | null;
            supersededBy: number | null;
            votesFor: number | null;
            votesAgainst: number | null;
            abstained: number | null;
        };
        AgendaItem: {
            id: number;
            title: string;
            note: string;
            minutes: number | null;
            internal: boolean;
            /** @enum {string} */
            state: "proposed" | "open" | "done" | "carried" | "dropped";
            source: string;
            proposer: string | null;
        };
        MinuteLine: {
            id: number;
            /** Format: uuid */
            key: string;
            version: number;
            text: string;
            internal: boolean;
            /** @enum {string} */
            kind: "note" | "decision" | "action";
            agendaItemId: number | null;
            author: string | null;
            decisionId: number | null;
            actionId: number | null;
        };
        /** @description `conflict`: somebody else changed the line meanwhile; `text` is what stands, yours is kept beside it. */
        SavedLine: {
            id: number;
            version: number;
            text: string;
            conflict: boolean;
        };
        Answer: {
            id: number;
            request: {
                id: number;
                title: string;
            };
            /** @enum {string} */
            class: "planned" | "in_discovery" | "declined" | "exists" | "needs_information" | "not_product";
            reason: string;
            release: string;
            /** Format: date */
            nextReviewOn: string | null;
            door: string;
            givenBy: string;
            /** Format: date-time */
            givenAt: string;
            link: string;
            /** @enum {string} */
            readers: "group" | "subscribers" | "public";
            /** Format: date-time */
            readersFrom: string;
            /** @description It is the newest of its request. */
            holds: boolean;
        };
        SubmissionLine: {
            id: number;
            title: string;
            /** Format: date-time */
            submittedAt: string;
            /** Format: date */
            dueOn: string;
            items: number;
            answered: number;
        };
        SubmissionItem: {
            request: {
                id: number;
                title: string;
            };
            /** @enum {string} */
            state: "answered" | "waiting" | "late" | "asked" | "withdrawn";
            /** Format: date */
            dueOn: string;
            /** @description The answer’s id. */
            answer: number | null;
            /** @description Why it is still open, where something came back. */
            note: string;
            cost: number | null;
            questions: {
                id: number;
                text: string;
                /** Format: date-time */
                askedAt: string;
                answer: string | null;
                /** Format: date-time */
                answeredAt: string | null;
            }[];
        };
        /** @description Of public requests with public answers, commitments told to everybody and public meetings. Days are medians. */
        RelationshipFigures: {
            handed: number;
            answered: number;
            /** @description Answers that came after their day. */
            answeredLate: number;
            /** @description Answers that are late today. */
            late: number;
            vendorDays: number | null;
            byClass: {
                /** @enum {string} */
                class: "planned" | "in_discovery" | "declined" | "exists" | "needs_information" | "not_product";
                count: number;
                days: number;
            }[];
            ownQuestionDays: number | null;
            ownTellingDays: number | null;
            ownCheckDays: number | null;
            commitments: number;
            delivered: number;
            meetings: number;
            quarters: {
                name: string;
                handed: number;
                answered: number;
            }[];
        };
        Winner: {
            number: number;
            title: string;
            cost: number | null;
            request: number | null;
            commitment: number | null;
            /** @enum {string} */
            standing: "committed" | "promised" | "accepted" | "waiting";
        };
        Talk: {
            slug: string;
            title: string;
            group: string;
            /** @enum {string} */
            state: "proposed" | "accepted" | "scheduled" | "given" | "withdrawn" | "declined";
            speakers: {
                name: string;
                from: string;
            }[];
            minutes: number;
            language: string;
            /** @description The meeting or session in which it has its slot. */
            session: string | null;
            /** Format: date-time */
            startsAt: string | null;
            /** Format: date */
            givenOn: string | null;
            /** @description Empty where there is none, or somebody who spoke has not agreed. */
            recording: string;
        };
        TalkWithChapters: components["schemas"]["Talk"] & {
            abstract: string;
            chapters: {
                atSeconds: number;
                title: string;
            }[];
        };
        TalkSession: {
            slug: string;
            title: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            zone: string;
            /** @description For who is invited or registered; else empty. */
            place: string;
            registered: number;
            program: {
                slug: string;
                title: string;
                minutes: number;
                speakers: string[];
            }[];
        };
        Event: {
            slug: string;
            title: string;
            /** @enum {string} */
            kind: "conference" | "vendor_meeting" | "user_group_call" | "workshop" | "other";
            /** Format: date */
            firstOn: string;
            /** Format: date */
            lastOn: string;
            zone: string;
            place: string;
            online: boolean;
            website: string;
            hosts: string[];
            cancelled: boolean;
            /** Format: date */
            callOpensOn: string | null;
            /** Format: date */
            callClosesOn: string | null;
        };
        EventWithSessions: components["schemas"]["Event"] & {
            summary: string;
            sessions: {
                id: number;
                title: string;
                /** Format: date-time */
                startsAt: string;
                /** Format: date-time */
                endsAt: string;
                room: string;
                /** @description The group presented it. */
                presented: boolean;
                speakers: {
                    name: string;
                    from: string;
                    /** @enum {string} */
                    role: "speaker" | "chair" | "panel" | "host";
                }[];
            }[];
        };
        EventParticipation: {
            name: string;
            roles: string[];
            expected: boolean;
            /** @enum {string} */
            answer: "open" | "coming" | "online" | "not_coming";
            /** @enum {string|null} */
            presence: "in_person" | "online" | "apologies" | "absent" | null;
            reason: string;
        };
        EventProposal: {
            id: number;
            title: string;
            text: string;
            proposer: string;
            minutes: number;
            /** @enum {string} */
            state: "proposed" | "accepted" | "waiting" | "declined" | "withdrawn";
            /** @description Of the scores, 1 to 5; not of one’s own proposal. */
            mean?: number;
        };
        RoleAddress: {
            name: string;
            title: string;
            group: string | null;
            community: string | null;
        };
        CorrespondenceLine: {
            id: number;
            subject: string;
            counterpart: string;
            counterpartName: string;
            /** @enum {string} */
            state: "open" | "waiting" | "answered";
            owner: string | null;
            /** Format: date */
            answerBy: string | null;
            about: string;
            mails: number;
            /** Format: date-time */
            lastAt: string;
        };
        Correspondence: {
            id: number;
            subject: string;
            counterpart: string;
            counterpartName: string;
            /** @enum {string} */
            state: "open" | "waiting" | "answered";
            owner: string | null;
            /** Format: date */
            answerBy: string | null;
            about: string;
            /** Format: date-time */
            lastAt: string;
            mails: {
                id: number;
                /** @enum {string} */
                direction: "in" | "out";
                fromName: string;
                fromEmail: string;
                subject: string;
                text: string;
                /** Format: date-time */
                sentAt: string;
                /** @description Why it was passed on to nobody; empty where it was. */
                keptBack: string;
            }[];
        };
        NewsItem: {
            slug: string;
            title: string;
            /** @description Markdown; empty once it is withdrawn, for those who do not write it. */
            text: string;
            language: string;
            /** @enum {string} */
            visibility: "group" | "subscribers" | "public";
            /** @enum {string} */
            state: "draft" | "ready" | "published" | "withdrawn";
            byline: string;
            area: string | null;
            /** Format: date-time */
            publishedAt: string | null;
            /** Format: date-time */
            changedAt: string;
            withdrawnWhy: string;
        };
        NewsIssue: {
            number: number;
            title: string;
            /** Format: date */
            fromOn: string;
            /** Format: date */
            toOn: string;
            language: string;
            /** @enum {string} */
            visibility: "group" | "subscribers" | "public";
            /** @enum {string} */
            state: "draft" | "ready" | "published" | "withdrawn";
            lead: string;
            /** Format: date-time */
            publishedAt: string | null;
        };
        NewsLine: {
            id: number;
            section: string;
            text: string;
            suggested: string;
            amount: number | null;
            label: string;
            /** @description Where the sentence rests: a path of this site. */
            source: string;
            /** @enum {string} */
            state: "open" | "taken" | "left";
        };
        Report: {
            slug: string;
            title: string;
            group: string;
            /** Format: date */
            fromOn: string;
            /** Format: date */
            toOn: string;
            /** @enum {string} */
            state: "draft" | "frozen" | "final";
            public: boolean;
            editions: number;
            /** Format: date-time */
            frozenAt: string | null;
        };
        ReportWithSections: components["schemas"]["Report"] & {
            edition: number | null;
            sections: {
                title: string;
                /** @description Markdown with the figures filled in. */
                text: string;
            }[];
        };
        ReportFigure: {
            name: string;
            says: string;
            /** @description Of a number; of a list how many lines the reader sees. */
            value: number | null;
            /** @enum {string|null} */
            unit: "%" | null;
            items: {
                /** Format: date */
                on: string | null;
                title: string;
                detail: string;
                href: string;
            }[];
            points: {
                label: string;
                value: number;
            }[];
            /** @description Where the records are. */
            href: string;
        };
        GroupAtAGlance: {
            slug: string;
            name: string;
            /** @description What asks for a look, in words. */
            needs: string[];
            cadence: {
                n: number;
                of: number;
                since: string;
            } | null;
            /** Format: date */
            lastMeetingOn: string | null;
            nextMeeting: {
                slug: string;
                title: string;
            } | null;
            vacancies: {
                role: string;
                n: number;
                of: number;
            }[];
            ending: {
                name: string;
                role: string;
                /** Format: date */
                toOn: string;
            }[];
            /** @description The year whose report is due. */
            reportDue: string | null;
            letters: {
                open: number;
                late: number;
            };
            findings: {
                number: string;
                lineId: number;
                state: string;
                sentence: string;
            }[];
            /** @description Clauses whose findings the group keeps to itself. */
            unshared: number;
        };
        Webhook: {
            id: number;
            name: string;
            url: string;
            events: string[];
            owner: string;
            /** @enum {string} */
            state: "well" | "failing" | "paused";
            pausedWhy: string;
            /** @description Deliveries that wait. */
            waiting: number;
            /** Format: date-time */
            createdAt: string;
        };
        WebhookDelivery: {
            id: number;
            kind: string;
            subject: string | null;
            /** @enum {string} */
            state: "waiting" | "delivered" | "failed" | "dropped";
            attempts: number;
            /** Format: date-time */
            queuedAt: string;
            /** Format: date-time */
            nextAt: string;
            /** Format: date-time */
            settledAt: string | null;
            code: number | null;
            answer: string;
            tookMs: number | null;
        };
        Import: {
            id: number;
            /** @description Names it in addresses: `move-7`, or `mail-12` where a mailbox came alone. */
            key: string;
            /** @enum {string} */
            program: "mailman2" | "mailman3" | "file" | "mbox";
            source: string;
            /** Format: date-time */
            begunAt: string;
            /** Format: date-time */
            endedAt: string | null;
            error: string | null;
            /** Format: date-time */
            undoneAt: string | null;
            mail: {
                imported: number;
                repaired: number;
                duplicate: number;
                quarantined: number;
            };
            balance: {
                kind: string;
                /** @enum {string} */
                outcome: "added" | "known" | "left" | "wrong";
                items: number;
            }[];
        };
        UndoOfImport: {
            goes: {
                what: string;
                count: number;
            }[];
            stays: {
                what: string;
                count: number;
                why: string;
            }[];
        };
        MemberOutcome: {
            email: string;
            /** @enum {string} */
            outcome: "added" | "known" | "left" | "wrong";
            reason: string;
        };
        FirstStep: {
            group: string;
            step: string;
            title: string;
            /** @enum {string} */
            state: "open" | "done" | "confirmed" | "skipped";
            /** @description What the record says. */
            done: string | null;
            /** @description The page on this site that shows it. */
            evidence: string | null;
            reason: string;
            /** @description What it has come to, in numbers. */
            sheet: {
                what: string;
                count: number;
            }[];
            /** @description The page on this site that takes it back, while the step is not confirmed. */
            undo: string | null;
        };
        SiteState: {
            /** @description The alarms that ring now. */
            rings: string[];
            inbound: {
                waiting: number;
                /** @description Seconds that the oldest has waited. */
                age: number;
                parked: number;
            };
            outbox: {
                due: number;
                age: number;
                sends: boolean;
            };
            jobs: {
                waiting: number;
                /** @description Seconds that the oldest has waited. */
                age: number;
                failing: number;
            };
            journal: {
                unchained: number;
                age: number;
            };
            search: {
                missing: number;
            };
            /** @description Files that wait for the virus scanner. */
            scanner: {
                waiting: number;
                /** @description Seconds that the oldest has waited. */
                age: number;
            };
            webhooks: {
                waiting: number;
                /** @description Seconds that the oldest has waited. */
                age: number;
                failing: number;
                paused: number;
            };
            backup: {
                scheduled: boolean;
                age: number | null;
                error: string;
            };
            /** @description Newsletters whose next issue is due, and the days that the latest of them is late. */
            news: {
                due: number;
                days: number;
            };
            /** @description The fullest disk that is known: bytes free, and in percent. */
            disk: {
                free: number;
                share: number;
            } | null;
            /** @description The write-ahead log, and what is meant for it. */
            wal: {
                bytes: number;
                most: number;
            } | null;
        };
        /** @description What is empty is as Rapport has it. Colours like `#1b5e4b`. */
        SiteLook: {
            name: string;
            tagline: string;
            accent: string;
            accentDark: string;
            imprint: string;
        };
        SitePage: {
            slug: string;
            title: string;
            text: string;
            language: string;
            published: boolean;
            version: number;
            /** Format: date-time */
            changedAt: string;
        };
        Today: {
            /** @description Whether the same comes by mail each Monday. */
            weekly: boolean;
            items: {
                title: string;
                meta: string;
                /** @description The page on this site that has its button. */
                path: string;
                /** Format: date-time */
                until: string | null;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
