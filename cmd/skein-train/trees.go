package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"skein/importer"
	"skein/importer/parse"
	"skein/importer/tag"
)

// readTrees reads a file with the tree of a sentence in each line: a word as word/TAG, before and after it its dependents, each in
// brackets that begin with its relation. Lines that begin with # are skipped.
func readTrees(path string) ([][]parse.Example, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out [][]parse.Example
	n := 0
	for line := range strings.Lines(string(b)) {
		n++
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		x, err := readTree(line)
		if err != nil {
			return nil, fmt.Errorf("%s: line %d: %w", path, n, err)
		}
		out = append(out, x)
	}
	return out, nil
}

// bracket is a pair of brackets that is open.
type bracket struct {
	relation string
	head     int   // its word, or -1
	waiting  []int // dependents that stand before it
}

func readTree(line string) ([]parse.Example, error) {
	var out []parse.Example
	open := []bracket{{string(importer.Root), -1, nil}}
	for part := range strings.FieldsSeq(line) {
		if relation, ok := strings.CutPrefix(part, "["); ok {
			open = append(open, bracket{relation, -1, nil})
			continue
		}
		word := strings.TrimRight(part, "]")
		at := strings.LastIndexByte(word, '/')
		b := &open[len(open)-1]
		if at <= 0 || !slices.Contains(tag.Tags[:], importer.Tag(word[at+1:])) || b.head >= 0 {
			return nil, fmt.Errorf("%q is no word with a tag, or the second one in its brackets", part)
		}
		b.head = len(out)
		out = append(out, parse.Example{Word: word[:at], Tag: importer.Tag(word[at+1:]), Head: -1, Label: b.relation})
		for _, i := range b.waiting {
			out[i].Head = b.head
		}
		for range len(part) - len(word) {
			done := open[len(open)-1]
			if open = open[:len(open)-1]; len(open) == 0 || done.head < 0 {
				return nil, fmt.Errorf("%q closes brackets that were not opened or hold no word", part)
			}
			up := &open[len(open)-1]
			if up.head < 0 {
				up.waiting = append(up.waiting, done.head)
			} else {
				out[done.head].Head = up.head
			}
		}
	}
	if len(open) != 1 || open[0].head < 0 {
		return nil, fmt.Errorf("brackets are left open, or the tree has no root")
	}
	return out, nil
}
