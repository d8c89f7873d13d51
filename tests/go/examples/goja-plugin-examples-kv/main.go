// goja-plugin-examples-kv is plugin:examples:kv in Go: what a plugin keeps between calls. It ends with the session.
package main

import (
	"context"
	"maps"
	"slices"
	"sync"

	"pontoon/tests/go/jsmodule"
)

func main() {
	kept := &store{values: map[string]string{}}
	method := func(name, summary string, handler jsmodule.Handler) jsmodule.Method {
		return jsmodule.Method{Name: name, Summary: summary, Tags: []string{"state"}, Handler: handler}
	}
	jsmodule.Serve(jsmodule.New("plugin:examples:kv", "v1", "Keeps texts under keys.").
		Capabilities("examples", "stateful", "object-methods").
		Object("store", "The one store of this process.",
			method("set", "set(key, value): keeps the value under the key", kept.set),
			method("get", "get(key): the value, or null", kept.get),
			method("delete", "delete(key): forgets the key", kept.delete),
			method("keys", "keys(): all keys, sorted", kept.keys),
			method("clear", "clear(): forgets everything", kept.clear),
			method("size", "size(): how many keys there are", kept.size)))
}

// store is used by several calls at once.
type store struct {
	mutex  sync.Mutex
	values map[string]string
}

func (s *store) set(_ context.Context, call *jsmodule.Call) (any, error) {
	key, err := call.String(0)
	if err != nil {
		return nil, err
	}
	value, err := call.String(1)
	if err != nil {
		return nil, err
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.values[key] = value
	return map[string]any{"key": key, "value": value, "size": len(s.values)}, nil
}

func (s *store) get(_ context.Context, call *jsmodule.Call) (any, error) {
	key, err := call.String(0)
	if err != nil {
		return nil, err
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if value, found := s.values[key]; found {
		return value, nil
	}
	return nil, nil
}

func (s *store) delete(_ context.Context, call *jsmodule.Call) (any, error) {
	key, err := call.String(0)
	if err != nil {
		return nil, err
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	_, found := s.values[key]
	delete(s.values, key)
	return map[string]any{"deleted": found, "size": len(s.values)}, nil
}

func (s *store) keys(context.Context, *jsmodule.Call) (any, error) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return slices.Sorted(maps.Keys(s.values)), nil
}

func (s *store) clear(context.Context, *jsmodule.Call) (any, error) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	cleared := len(s.values)
	clear(s.values)
	return map[string]any{"cleared": cleared}, nil
}

func (s *store) size(context.Context, *jsmodule.Call) (any, error) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return len(s.values), nil
}
