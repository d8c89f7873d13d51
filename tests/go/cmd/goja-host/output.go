package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"sync"
)

// ring keeps the last bytes of what is written to it, as go-go-goja keeps a plugin's standard error.
type ring struct {
	mutex sync.Mutex
	kept  []byte
}

const ringSize = 4096

func (r *ring) Write(more []byte) (int, error) {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	r.kept = append(r.kept, more...)
	r.kept = r.kept[max(0, len(r.kept)-ringSize):]
	return len(more), nil
}

func (r *ring) text() string {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	return string(bytes.ToValidUTF8(r.kept, []byte("\ufffd")))
}

// warnings keeps what go-plugin logs.
type warnings struct {
	mutex  sync.Mutex
	logged bytes.Buffer
}

func (w *warnings) Write(record []byte) (int, error) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	return w.logged.Write(record)
}

// lines are the records, a level and a message each.
func (w *warnings) lines() []any {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	lines := []any{}
	for record := range bytes.Lines(w.logged.Bytes()) {
		var fields map[string]any
		if err := json.Unmarshal(record, &fields); err == nil {
			lines = append(lines, fmt.Sprintf("%v: %v", fields["@level"], fields["@message"]))
		}
	}
	return lines
}
