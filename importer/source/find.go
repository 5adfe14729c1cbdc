package source

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// File is a file to read.
type File struct {
	Path string
	Size int64 // bytes; -1 for standard input
}

// Found is what [Scan] met at one place: a file to read, or why there is none.
type Found struct {
	File
	Err error // one line that begins with the path
}

// Find lists the files that the paths name: files as they are, folders with all that is in them, at any depth and
// sorted by name. A file or folder is met once, however many links lead to it. In folders, hidden files and those whose
// endings tell no format that Skein reads are passed over; a file that is named is tried whatever it is called. There
// is one error for every path or folder that cannot be looked at.
func Find(paths []string) (files []File, errs []error) {
	found, _ := Scan(paths)
	for _, f := range found {
		if f.Err != nil {
			errs = append(errs, f.Err)
		} else {
			files = append(files, f.File)
		}
	}
	return files, errs
}

// Scan is Find with files and errors in the order they were met, and the number of files in folders that were passed
// over because of their endings.
func Scan(paths []string) (found []Found, passed int) {
	w := walk{met: make(map[trait][]fs.FileInfo)}
	for _, p := range paths {
		if p == Stdin {
			w.found = append(w.found, Found{File: File{p, -1}})
			continue
		}
		w.visit(p, true)
	}
	return w.found, w.passed
}

// walk is a search under way.
type walk struct {
	found  []Found
	passed int
	met    map[trait][]fs.FileInfo
}

// trait is what two names of one file share. Files that share it are compared one by one.
type trait struct {
	dir  bool
	size int64
	time time.Time
}

// visit takes in the file or folder at path. One that was named is never passed over.
func (w *walk) visit(path string, named bool) {
	info, err := os.Stat(path)
	switch {
	case err != nil && !named && !known(path):
		w.passed++ // a link that leads nowhere
		return
	case err != nil:
		w.fail(path, err)
		return
	}
	if !info.IsDir() && !named && (!info.Mode().IsRegular() || !known(path)) {
		w.passed++
		return
	}
	if w.again(info) {
		return
	}
	if info.IsDir() {
		w.enter(path)
		return
	}
	w.found = append(w.found, Found{File: File{path, info.Size()}})
}

// enter visits what is in a folder. What could be listed of a folder that fails half way is kept.
func (w *walk) enter(dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		w.fail(dir, err)
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		path := filepath.Join(dir, e.Name())
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrPermission) {
			w.fail(dir, err) // may be listed, not entered: one error, not one for every file
			return
		}
		w.visit(path, false)
	}
}

// again reports whether the file was met before, and remembers it.
func (w *walk) again(info fs.FileInfo) bool {
	key := trait{info.IsDir(), info.Size(), info.ModTime()}
	for _, other := range w.met[key] {
		if os.SameFile(info, other) {
			return true
		}
	}
	w.met[key] = append(w.met[key], info)
	return false
}

func (w *walk) fail(path string, err error) {
	w.found = append(w.found, Found{File: File{Path: path}, Err: fail(path, err)})
}
