package file

import (
	"errors"
	"io"
	"os"
	"path/filepath"
)

// Replace writes a file, of which an export is one kind: through a temporary file beside it, so that what stood at path is
// replaced whole or not at all. A link is followed; a device or a pipe is written into. The error is one line that begins
// with the path.
func Replace(path string, write func(io.Writer) error) error {
	target := path
	if real, err := filepath.EvalSymlinks(path); err == nil {
		target = real
	}
	if info, err := os.Stat(target); err == nil && !info.Mode().IsRegular() {
		return named(path, overwrite(target, write))
	}
	return named(path, replace(target, write))
}

// overwrite writes into what is there.
func overwrite(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return errors.Join(write(f), f.Close())
}

// replace puts a new file in the place of path.
func replace(path string, write func(io.Writer) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".skein-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	if err := write(f); err != nil {
		return err
	}
	if err := f.Chmod(0o644); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
