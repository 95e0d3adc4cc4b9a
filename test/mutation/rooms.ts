/** What a mutation run changes, and the tests that it asks. */
export interface Room {
  /** Globs of the files whose code is changed. */
  readonly code: readonly string[];
  /** Globs of what of it is left alone. */
  readonly except: readonly string[];
  /** Globs of the tests that are about it: they call its functions in this process. */
  readonly tests: readonly string[];
  /** Helpers of tests whose caches hold nothing that this code has made. */
  readonly keep?: readonly string[];
}

const service = "test/comments-service";
const magazine = "test/magazine";
const pages = [
  `${magazine}/*.test.ts`,
  `${magazine}/read/{article-date-mistakes,article-dates,check-fields,closing,collisions,references}.test.ts`,
  `${magazine}/pages/*.test.ts`,
  "test/layouts/{article,feed,heads,left-out,lists,one-truth,seen,style-page}.test.ts",
];

/** Rooms by their names on the command line. */
export const rooms: Readonly<Record<string, Room>> = {
  layouts: {
    code: ["layouts/**/*.ts"],
    // What runs in the reader's browser is looked at in a browser, but for what is a function of words.
    except: [
      "layouts/browser/{site,search,thread-style}.ts",
      "layouts/browser/search/{elements,filters,index-of,results}.ts",
    ],
    tests: ["test/layouts/!(other-engines).test.ts", `${magazine}/pages/{pages,finding}.test.ts`],
    keep: ["test/read-site.ts"],
  },
  "magazine/pages": {
    code: ["magazine/*.ts", "magazine/{pages,words}/**/*.ts"],
    except: [],
    tests: pages,
  },
  "magazine/read": {
    code: ["magazine/read/**/*.ts"],
    except: [],
    tests: [`${magazine}/read/*.test.ts`, `${magazine}/{guess,future}.test.ts`],
  },
  "magazine/text": {
    code: ["magazine/text/**/*.ts"],
    except: [],
    tests: [`${magazine}/text/*.test.ts`, `${magazine}/read/{typeset,article-mistakes}.test.ts`],
  },
  domain: {
    code: ["comments-service/domain/**/*.ts"],
    // Its tests look at hundreds of pictures.
    except: ["comments-service/domain/image-code/{glyphs,picture,png,rasterise}.ts"],
    tests: [`${service}/domain/**/*.test.ts`],
  },
  acts: {
    code: ["comments-service/acts/*.ts"],
    except: [],
    tests: [
      `${service}/acts/*.test.ts`,
      `${service}/http/desk/{act-links,acts,answers,notes,signing-in,switches,taking-back,telling,text-blocks}.test.ts`,
      `${service}/{challenge,confirming,holding,magazine,mine,moved-article,notices,notifications,objections,own-comments}.test.ts`,
      `${service}/{posting,rates,reports,rotating-secret,sessions}.test.ts`,
    ],
  },
};
