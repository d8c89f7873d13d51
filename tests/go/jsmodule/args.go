package jsmodule

import "google.golang.org/protobuf/types/known/structpb"

// Args are the arguments of one call.
type Args []*structpb.Value

// Value is the argument at the index, or null.
func (a Args) Value(index int) *structpb.Value {
	if index < len(a) {
		return a[index]
	}
	return structpb.NewNullValue()
}

// Text is the argument at the index, or the fallback where there is no text.
func (a Args) Text(index int, fallback string) string {
	if text := a.Value(index).GetStringValue(); text != "" {
		return text
	}
	return fallback
}

// Number is the argument at the index, or 0 where there is no number.
func (a Args) Number(index int) float64 {
	return a.Value(index).GetNumberValue()
}
