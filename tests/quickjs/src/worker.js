// A worker that runs each script it is sent in a new QuickJS context and answers with the value as text, or with what
// went wrong. It says "Ready" first.

import variant from "@jitl/quickjs-singlefile-browser-release-sync";
import { newQuickJSWASMModuleFromVariant } from "quickjs-emscripten-core";

async function main() {
  const quickjs = await newQuickJSWASMModuleFromVariant(variant);
  onmessage = ({ data: source }) => {
    try {
      postMessage({ value: String(quickjs.evalCode(source)) });
    } catch (error) {
      postMessage({ error: String(error) });
    }
  };
  postMessage("Ready");
}

main().catch((error) => postMessage({ error: String(error) }));
