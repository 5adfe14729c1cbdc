package source

import (
	"bytes"
	"path/filepath"
	"strings"
)

// format is how a file's content is written.
type format int

const (
	plain format = iota
	markdown
	markup // HTML
)

// extensions are the endings of files that are read when they are met in a folder.
var extensions = map[string]format{
	".txt": plain, ".text": plain,
	".md": markdown, ".markdown": markdown, ".mdown": markdown, ".mkd": markdown,
	".html": markup, ".htm": markup, ".xhtml": markup, ".shtml": markup,
}

// known reports whether a file of this name is read when it is met in a folder.
func known(name string) bool {
	_, ok := extensions[strings.ToLower(filepath.Ext(name))]
	return ok
}

// formatOf tells the format by the name's ending, else by how the content begins.
func formatOf(name string, data []byte) format {
	if f, ok := extensions[strings.ToLower(filepath.Ext(name))]; ok {
		return f
	}
	head := bytes.ToLower(bytes.TrimLeft(data[:min(len(data), 1024)], "\ufeff \t\r\n"))
	for _, sign := range []string{"<!doctype html", "<html", "<head", "<body", "<?xml"} {
		if bytes.HasPrefix(head, []byte(sign)) {
			return markup
		}
	}
	for _, sign := range []string{"---\n", "---\r\n", "# "} {
		if bytes.HasPrefix(head, []byte(sign)) {
			return markdown
		}
	}
	return plain
}
