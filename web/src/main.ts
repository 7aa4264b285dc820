/** What makes the pages quicker to use; all of them work without it. */

import * as brush from "./brush";
import * as drawer from "./drawer";
import * as keys from "./keys";
import * as upload from "./upload";

keys.start();
drawer.start();
brush.start();
upload.start();
