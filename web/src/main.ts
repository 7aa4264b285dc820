/** What makes the pages quicker to use; all of them work without it. */

import * as brush from "./brush";
import * as copy from "./copy";
import * as drawer from "./drawer";
import * as keys from "./keys";
import { one } from "./page";
import * as picks from "./picks";
import * as rebind from "./rebind";
import * as upload from "./upload";
import * as words from "./words";

one(".rail [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" }); // on a phone the places scroll
keys.start();
rebind.start();
copy.start();
drawer.start();
brush.start();
picks.start();
upload.start();
words.start();
