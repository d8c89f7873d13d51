const error = new DOMException("why", "NotFoundError")
console.log(error.name, error.message, error.code, error instanceof Error, String(error), DOMException.ABORT_ERR, new DOMException().name)
