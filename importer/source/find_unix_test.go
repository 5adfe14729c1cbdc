//go:build unix

package source

import (
	"path/filepath"
	"syscall"
	"testing"
)

// A pipe that nobody writes to would be waited for without end.
func TestPipesAreRefused(t *testing.T) {
	dir := tree(t, "a.txt")
	pipe := filepath.Join(dir, "pipe.txt")
	if err := syscall.Mkfifo(pipe, 0o644); err != nil {
		t.Skip("no pipes here:", err)
	}
	for _, path := range []string{pipe, "/dev/zero"} {
		if _, err := Read(path); err == nil || err.Error() != path+": is a device or a pipe, not a file" {
			t.Errorf("%s: %v", path, err)
		}
	}
	if got, errs := find(t, dir, "."); len(got) != 1 || errs != nil {
		t.Errorf("in a folder: %v, %v", got, errs)
	}
}
