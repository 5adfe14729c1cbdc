package store

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"skein/graph"
)

// importUntilFull imports articles until there is no room, and goes on with the store: what was done is there, what
// failed is not, and when there is room again the same article goes in. It returns the error that said there is no room.
func importUntilFull(s *Store, makeRoom func() error) (full error, err error) {
	n := 0
	for ; full == nil; n++ {
		if n > 10_000 {
			return nil, errors.New("never full")
		}
		before := len(facts(s))
		if _, full = s.Apply(graph.Added("import", longArticle(n)...)); full != nil && len(facts(s)) != before {
			return full, fmt.Errorf("%d facts became %d by a failed import", before, len(facts(s)))
		}
	}
	if _, again := s.Apply(graph.Added("import", longArticle(n-1)...)); again == nil {
		return full, errors.New("an import went into a full disk")
	}
	if err := makeRoom(); err != nil {
		return full, err
	}
	if did, err := s.Apply(graph.Added("import", longArticle(n-1)...)); err != nil || did.Empty() {
		return full, fmt.Errorf("after there was room: did %d, %v", len(did.Deltas), err)
	}
	if _, err := s.Apply(graph.Added("import", article("Talks resume")...)); err != nil {
		return full, fmt.Errorf("one more: %w", err)
	}
	return full, nil
}

// importLimited is a program whose files may not grow beyond 3 MB.
func importLimited(path string) error {
	signal.Ignore(syscall.SIGXFSZ)
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		return err
	}
	s, err := Open(path)
	if err != nil {
		return err
	}
	small := syscall.Rlimit{Cur: 3 << 20, Max: limit.Max}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &small); err != nil {
		return err
	}
	full, err := importUntilFull(s, func() error { return syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit) })
	if err != nil {
		return err
	}
	fmt.Println(full)
	return s.Close()
}

func TestFileTooLarge(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.skein")
	out, err := program(t, "limit", path).Output()
	if err != nil || !strings.Contains(string(out), path+": ") || strings.Count(string(out), "\n") != 1 {
		t.Fatalf("%v: %s", err, out)
	}
	t.Logf("%s", out)
	checkQuads(t, open(t, path))
}

// small mounts a file system of so many bytes, if this user may.
func small(t *testing.T, bytes int) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, fmt.Sprint("size=", bytes)); err != nil {
		t.Skipf("no small disk can be mounted: %v", err)
	}
	t.Cleanup(func() { syscall.Unmount(dir, 0) })
	return dir
}

func TestFullDisk(t *testing.T) {
	dir := small(t, 24<<20)
	ballast := filepath.Join(dir, "ballast")
	write(t, ballast, make([]byte, 18<<20))
	path := filepath.Join(dir, "graph.skein")
	s := open(t, path)
	full, err := importUntilFull(s, func() error { return os.Remove(ballast) })
	if err != nil {
		t.Fatal(err)
	}
	if !errors.Is(full, syscall.ENOSPC) || !strings.Contains(full.Error(), path) {
		t.Errorf("error: %v", full)
	}
	t.Log(full)
	want := facts(s)
	checkQuads(t, s)
	s.Close()
	s = open(t, path)
	same(t, "facts reopened", facts(s), want)
	checkQuads(t, s)
	s.Close()
}

// TestFullDiskAtFirst has no room for a graph, or for a part of one.
func TestFullDiskAtFirst(t *testing.T) {
	dir, failed := small(t, 1<<20), 0
	ballast, path := filepath.Join(dir, "ballast"), filepath.Join(dir, "graph.skein")
	for room := range 8 {
		os.Remove(ballast)
		os.Remove(path)
		write(t, ballast, make([]byte, (256-room)*4096))
		if s, err := Open(path); err == nil {
			s.Close()
		} else if !errors.Is(err, syscall.ENOSPC) || !strings.Contains(err.Error(), path) {
			t.Errorf("room for %d pages: %v", room, err)
		} else {
			failed++
		}
		os.Remove(ballast)
		if s, err := Open(path); err != nil {
			t.Errorf("after there was room for %d pages only: %v", room, err)
		} else {
			s.Close()
		}
	}
	if failed < 4 {
		t.Errorf("%d of 8 creations failed", failed)
	}
}

// TestReadOnly opens graphs that may not be written to. Root may write to anything: then another user tries.
func TestReadOnly(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "graph.skein")
	s := open(t, path)
	apply(t, s, graph.Added("import", article("Talks resume")...))
	s.Close()
	for what, path := range map[string]string{"file": path, "folder": filepath.Join(dir, "new.skein")} {
		for d := dir; len(d) > len(os.TempDir()); d = filepath.Dir(d) {
			if err := os.Chmod(d, 0o555); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { os.Chmod(d, 0o755) })
		}
		os.Chmod(path, 0o444)
		c := program(t, "open", path)
		if os.Getuid() == 0 {
			c.Path = "/proc/self/exe" // may be run from a folder this user cannot see into
			c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
		}
		out, err := c.Output()
		if err == nil || !strings.HasPrefix(string(out), "error: "+path) || !strings.Contains(string(out), "permission denied") {
			t.Errorf("%s: %v: %s", what, err, out)
		}
		t.Logf("%s", out)
	}
}
