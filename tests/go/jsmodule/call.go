package jsmodule

import (
	"fmt"

	"google.golang.org/protobuf/types/known/structpb"
)

// Call is what a handler is given. Positions count from 0.
type Call struct {
	Export string
	// Method is empty for a function.
	Method    string
	arguments []*structpb.Value
}

// Len is how many arguments there are.
func (c *Call) Len() int {
	return len(c.arguments)
}

// Raw is the argument as it came over the wire, or null where there are fewer.
func (c *Call) Raw(index int) *structpb.Value {
	if index < len(c.arguments) {
		return c.arguments[index]
	}
	return structpb.NewNullValue()
}

// Value is the argument, whatever it is: nil, bool, float64, string, []any or map[string]any.
func (c *Call) Value(index int) (any, error) {
	if index >= len(c.arguments) {
		return nil, fmt.Errorf("sdk call argument %d out of range (have %d)", index, len(c.arguments))
	}
	return decode(c.arguments[index]), nil
}

// String is the argument, when it is a string.
func (c *Call) String(index int) (string, error) {
	return argument[string](c, index, "string")
}

// StringDefault is the argument, when it is a string that is not empty; the fallback in every other case.
func (c *Call) StringDefault(index int, fallback string) string {
	if text, err := c.String(index); err == nil && text != "" {
		return text
	}
	return fallback
}

// Number is the argument, when it is a number.
func (c *Call) Number(index int) (float64, error) {
	return argument[float64](c, index, "number")
}

// Bool is the argument, when it is true or false.
func (c *Call) Bool(index int) (bool, error) {
	return argument[bool](c, index, "boolean")
}

// Object is the argument, when it is an object.
func (c *Call) Object(index int) (map[string]any, error) {
	return argument[map[string]any](c, index, "object")
}

// Array is the argument, when it is an array.
func (c *Call) Array(index int) ([]any, error) {
	return argument[[]any](c, index, "array")
}

func argument[T any](c *Call, index int, expected string) (T, error) {
	var none T
	value, err := c.Value(index)
	if err != nil {
		return none, err
	}
	typed, ok := value.(T)
	if !ok {
		return none, fmt.Errorf("sdk call argument %d expected %s, got %s", index, expected, typeName(value))
	}
	return typed, nil
}

// typeName says what JavaScript users say.
func typeName(value any) string {
	switch value.(type) {
	case bool:
		return "boolean"
	case float64:
		return "number"
	case string:
		return "string"
	case []any:
		return "array"
	case map[string]any:
		return "object"
	default:
		return "null"
	}
}

// decode is structpb's AsInterface, except that NaN and the infinities stay numbers.
func decode(value *structpb.Value) any {
	switch kind := value.GetKind().(type) {
	case *structpb.Value_NumberValue:
		return kind.NumberValue
	case *structpb.Value_ListValue:
		items := make([]any, 0, len(kind.ListValue.GetValues()))
		for _, item := range kind.ListValue.GetValues() {
			items = append(items, decode(item))
		}
		return items
	case *structpb.Value_StructValue:
		fields := make(map[string]any, len(kind.StructValue.GetFields()))
		for key, field := range kind.StructValue.GetFields() {
			fields[key] = decode(field)
		}
		return fields
	default:
		return value.AsInterface()
	}
}
