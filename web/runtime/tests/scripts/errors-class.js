class ValidationError extends Error {
  name = "ValidationError"
}
throw new ValidationError("age is wrong")
