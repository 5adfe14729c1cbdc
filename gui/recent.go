package gui

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"skein/graph/file"
)

// recentLimit is how many graphs are remembered.
const recentLimit = 10

// recentFile is where the graphs opened last are listed, one path a line; "" when there is no place for it.
func recentFile() string {
	dir, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "skein", "recent")
}

// remember puts a graph at the head of the list and returns the list. That it cannot be kept is no reason to trouble
// anybody.
func remember(list, path string) []string {
	var paths []string
	if data, err := os.ReadFile(list); err == nil {
		paths = strings.FieldsFunc(string(data), func(r rune) bool { return r == '\n' })
	}
	paths = slices.DeleteFunc(paths, func(p string) bool { return p == path })
	paths = append([]string{path}, paths...)
	paths = paths[:min(len(paths), recentLimit)]
	if list != "" && os.MkdirAll(filepath.Dir(list), 0o700) == nil {
		_ = file.Replace(list, func(w io.Writer) error {
			_, err := io.WriteString(w, strings.Join(paths, "\n")+"\n")
			return err
		})
	}
	return paths
}
