console.log(typeof module, typeof exports, typeof process, typeof Buffer, typeof window, typeof document, typeof fetch, typeof XMLHttpRequest, typeof importScripts, typeof postMessage)
