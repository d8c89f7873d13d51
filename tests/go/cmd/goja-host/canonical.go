package main

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"google.golang.org/protobuf/types/known/structpb"
)

// notJSON is the one key of an object that stands for a number that JSON lacks.
const notJSON = "$number"

// canonical writes a value in the one form that equal values share: keys sorted by their bytes, numbers with the
// fewest digits and without exponent, only quotes, backslashes and control characters escaped, no spaces.
func canonical(value any) string {
	text := &strings.Builder{}
	write(text, value)
	return text.String()
}

// uncanonical gives back the numbers that JSON lacks.
func uncanonical(value any) any {
	switch value := value.(type) {
	case []any:
		for index, item := range value {
			value[index] = uncanonical(item)
		}
	case map[string]any:
		if text, found := value[notJSON].(string); found && len(value) == 1 {
			number, _ := strconv.ParseFloat(text, 64)
			return number
		}
		for key, field := range value {
			value[key] = uncanonical(field)
		}
	}
	return value
}

func write(text *strings.Builder, value any) {
	switch value := value.(type) {
	case nil:
		text.WriteString("null")
	case bool:
		fmt.Fprint(text, value)
	case int:
		fmt.Fprint(text, value)
	case float64:
		writeNumber(text, value)
	case string:
		writeText(text, value)
	case []any:
		writeList(text, value)
	case map[string]any:
		writeObject(text, value)
	case *structpb.Value:
		writeWire(text, value)
	default:
		panic(fmt.Sprintf("%T has no canonical form", value))
	}
}

// writeWire reads the kind itself: AsInterface makes strings of the numbers that JSON lacks.
func writeWire(text *strings.Builder, value *structpb.Value) {
	switch kind := value.GetKind().(type) {
	case *structpb.Value_NumberValue:
		writeNumber(text, kind.NumberValue)
	case *structpb.Value_ListValue:
		writeList(text, kind.ListValue.GetValues())
	case *structpb.Value_StructValue:
		writeObject(text, kind.StructValue.GetFields())
	default:
		write(text, value.AsInterface())
	}
}

func writeList[T any](text *strings.Builder, items []T) {
	text.WriteByte('[')
	for index, item := range items {
		if index > 0 {
			text.WriteByte(',')
		}
		write(text, item)
	}
	text.WriteByte(']')
}

func writeObject[T any](text *strings.Builder, fields map[string]T) {
	text.WriteByte('{')
	for index, key := range slices.Sorted(maps.Keys(fields)) {
		if index > 0 {
			text.WriteByte(',')
		}
		writeText(text, key)
		text.WriteByte(':')
		write(text, fields[key])
	}
	text.WriteByte('}')
}

func writeNumber(text *strings.Builder, number float64) {
	switch {
	case math.IsNaN(number):
		writeObject(text, map[string]string{notJSON: "NaN"})
	case math.IsInf(number, 1):
		writeObject(text, map[string]string{notJSON: "Infinity"})
	case math.IsInf(number, -1):
		writeObject(text, map[string]string{notJSON: "-Infinity"})
	default:
		text.WriteString(strconv.FormatFloat(number, 'f', -1, 64))
	}
}

func writeText(text *strings.Builder, content string) {
	text.WriteByte('"')
	for _, letter := range content {
		switch {
		case letter == '"' || letter == '\\':
			text.WriteByte('\\')
			text.WriteRune(letter)
		case letter < ' ':
			fmt.Fprintf(text, `\u%04x`, letter)
		default:
			text.WriteRune(letter)
		}
	}
	text.WriteByte('"')
}
