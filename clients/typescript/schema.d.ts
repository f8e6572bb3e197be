// Written by `npm run client` from /api/v1/openapi.json; never by hand.

export interface paths {
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
                    "application/json": components["schemas"]["OrganisationFacts"];
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
                    "application/json": components["schemas"]["OrganisationFacts"];
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
                    "application/json": components["schemas"]["NewMembers"];
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
                         * @description With an approval: her mail goes to the list from now on.
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
                        /** @description Where she works, of the organisations that her domain may belong to. */
                        organisationId?: number;
                        /** @description The user group that answers for her data, where several host the list. */
                        hostId?: number;
                        /**
                         * @description Her staff page was read and names her.
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
        /** Take somebody off the list; she is told */
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
                /** @description She is no longer on the list. */
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
                        remindDays?: number;
                        expireDays?: number;
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
        /** Invite people; each gets one mail and is on the list once she accepts */
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
                    notice: "confirm-join" | "already-joined" | "request-waits" | "welcome" | "request-rejected" | "invitation" | "confirm-leave" | "not-joined" | "left" | "removed" | "help" | "command-results" | "confirm-commands" | "held-author" | "post-rejected" | "held-expired" | "held-moderators" | "held-reminder" | "decision-unclear" | "decided-before" | "join-moderators" | "vouch-asked" | "more-asked";
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
                    notice: "confirm-join" | "already-joined" | "request-waits" | "welcome" | "request-rejected" | "invitation" | "confirm-leave" | "not-joined" | "left" | "removed" | "help" | "command-results" | "confirm-commands" | "held-author" | "post-rejected" | "held-expired" | "held-moderators" | "held-reminder" | "decision-unclear" | "decided-before" | "join-moderators" | "vouch-asked" | "more-asked";
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
                    /** @description As typed into the search box: words, "phrases", -not, from: list: before: … */
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
                    /** @description As typed into the search box: words, "phrases", -not, from: list: before: … */
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
        /** Requests that look like this one, with how much */
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
                /** @description A page of deliveries, and how many there are by state. */
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
    "/ballots/{ballot}/papers/{voter}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s own paper, for who casts it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ballot: number;
                    voter: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The paper as it stands. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnPaper"];
                    };
                };
                /** @description A refusal, and why. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Cast one’s paper; until the close it can be replaced, the last one counts */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ballot: number;
                    voter: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Vote"] & {
                        /** @description The version that was read; a newer one is not replaced unseen (409). */
                        seen?: number;
                    };
                };
            };
            responses: {
                /** @description Cast. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                        };
                    };
                };
                /** @description A refusal, and why. */
                default: {
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
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
        OrganisationFacts: {
            name: string;
            /** @enum {string} */
            kind: "institution" | "consortium" | "vendor" | "affiliate" | "reseller" | "user_group";
            country?: string;
            /** Format: uri */
            website?: string;
            ror?: string;
            /** @default [] */
            domains: string[];
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
        Import: {
            id: number;
            /** @enum {string} */
            program: "mailman2" | "mailman3" | "file";
            source: string;
            /** Format: date-time */
            begunAt: string;
            /** Format: date-time */
            endedAt: string | null;
            error: string | null;
            balance: {
                kind: string;
                /** @enum {string} */
                outcome: "added" | "known" | "left" | "wrong";
                items: number;
            }[];
        };
        MemberOutcome: {
            email: string;
            /** @enum {string} */
            outcome: "added" | "known" | "left" | "wrong";
            reason: string;
        };
        NewMembers: {
            members: {
                email: string;
                /** @default  */
                name: string;
                /**
                 * @default each
                 * @enum {string}
                 */
                delivery: "each" | "mime" | "plain" | "none";
            }[];
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
            remindDays: number;
            expireDays: number;
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
            notice: "confirm-join" | "already-joined" | "request-waits" | "welcome" | "request-rejected" | "invitation" | "confirm-leave" | "not-joined" | "left" | "removed" | "help" | "command-results" | "confirm-commands" | "held-author" | "post-rejected" | "held-expired" | "held-moderators" | "held-reminder" | "decision-unclear" | "decided-before" | "join-moderators" | "vouch-asked" | "more-asked";
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
                state: "preparing" | "open" | "closed" | "counted" | "thrown_away";
            }[];
        };
        BallotLine: {
            id: number;
            title: string;
            /** @enum {string} */
            kind: "wishes" | "election" | "motion";
            /** @enum {string} */
            state: "preparing" | "open" | "closed" | "counted" | "thrown_away";
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
        };
        Ballot: components["schemas"]["BallotLine"] & {
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
            };
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
        OwnPaper: {
            voter: {
                id: number;
                name: string;
                casts: boolean;
            };
            version: number;
            receipt: string | null;
            vote: components["schemas"]["Vote"] & (Record<string, never> | null);
            /** Format: date-time */
            castAt: string | null;
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
        Winner: {
            number: number;
            title: string;
            cost: number | null;
            request: number | null;
            commitment: number | null;
            /** @enum {string} */
            standing: "committed" | "promised" | "accepted" | "waiting";
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
