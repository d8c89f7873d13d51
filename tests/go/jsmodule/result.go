package jsmodule

import (
	"fmt"
	"reflect"

	"google.golang.org/protobuf/types/known/structpb"
)

// encode turns a handler's result into a value: numbers of all sizes are doubles, pointers are followed, slices and
// arrays are lists, maps with string keys are objects. A value that is one already stays as it is.
func encode(result any) (*structpb.Value, error) {
	if value, ok := result.(*structpb.Value); ok {
		return value, nil
	}
	value := reflect.ValueOf(result)
	for value.Kind() == reflect.Pointer || value.Kind() == reflect.Interface {
		value = value.Elem()
	}
	switch {
	case !value.IsValid():
		return structpb.NewNullValue(), nil
	case value.Kind() == reflect.Bool:
		return structpb.NewBoolValue(value.Bool()), nil
	case value.CanInt():
		return structpb.NewNumberValue(float64(value.Int())), nil
	case value.CanUint():
		return structpb.NewNumberValue(float64(value.Uint())), nil
	case value.CanFloat():
		return structpb.NewNumberValue(value.Float()), nil
	case value.Kind() == reflect.String:
		return structpb.NewStringValue(value.String()), nil
	case value.Kind() == reflect.Slice || value.Kind() == reflect.Array:
		return encodeItems(value)
	case value.Kind() == reflect.Map:
		return encodeFields(value)
	default:
		return nil, fmt.Errorf("unsupported result type %T", result)
	}
}

func encodeItems(items reflect.Value) (*structpb.Value, error) {
	list := &structpb.ListValue{}
	for index := range items.Len() {
		item, err := encode(items.Index(index).Interface())
		if err != nil {
			return nil, fmt.Errorf("[%d]: %w", index, err)
		}
		list.Values = append(list.Values, item)
	}
	return structpb.NewListValue(list), nil
}

func encodeFields(fields reflect.Value) (*structpb.Value, error) {
	if fields.Type().Key().Kind() != reflect.String {
		return nil, fmt.Errorf("unsupported map key type %s", fields.Type().Key())
	}
	object := &structpb.Struct{Fields: map[string]*structpb.Value{}}
	for entries := fields.MapRange(); entries.Next(); {
		field, err := encode(entries.Value().Interface())
		if err != nil {
			return nil, fmt.Errorf("%q: %w", entries.Key(), err)
		}
		object.Fields[entries.Key().String()] = field
	}
	return structpb.NewStructValue(object), nil
}
