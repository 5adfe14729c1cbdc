package source

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// tree makes files (and folders, with a slash at the end) and returns the folder that holds them.
func tree(t *testing.T, names ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, n := range names {
		path := filepath.Join(dir, filepath.FromSlash(n))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(n, "/") {
			if err := os.MkdirAll(path, 0o755); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if err := os.WriteFile(path, []byte("words of "+n), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func find(t *testing.T, dir string, paths ...string) (names []string, errs []error) {
	t.Helper()
	for i, p := range paths {
		if p != Stdin {
			paths[i] = filepath.Join(dir, p)
		}
	}
	files, errs := Find(paths)
	for _, f := range files {
		n, err := filepath.Rel(dir, f.Path)
		if err != nil {
			n = f.Path
		}
		names = append(names, filepath.ToSlash(n))
	}
	return names, errs
}

func TestFind(t *testing.T) {
	dir := tree(t, "b/2.md", "b/1.html", "b/c/deep.TXT", "a.txt", ".hidden.txt", ".git/x.txt", "b/photo.jpg", "b/README", "named.doc", "empty/")
	got, errs := find(t, dir, ".")
	if want := []string{"a.txt", "b/1.html", "b/2.md", "b/c/deep.TXT"}; !slices.Equal(got, want) || errs != nil {
		t.Errorf("folder: %v, %v", got, errs)
	}
	if _, passed := Scan([]string{dir}); passed != 3 {
		t.Errorf("%d passed over, want 3", passed)
	}
	got, errs = find(t, dir, "named.doc", ".hidden.txt", Stdin, "b/c", "a.txt", "b", "a.txt")
	if want := []string{"named.doc", ".hidden.txt", "-", "b/c/deep.TXT", "a.txt", "b/1.html", "b/2.md"}; !slices.Equal(got, want) || errs != nil {
		t.Errorf("named, each once: %v, %v", got, errs)
	}
	files, _ := Find([]string{filepath.Join(dir, "a.txt"), Stdin})
	if files[0].Size != int64(len("words of a.txt")) || files[1].Size != -1 {
		t.Errorf("sizes: %v", files)
	}
	if _, errs := find(t, dir, "nothing.txt", "b"); len(errs) != 1 || errs[0].Error() != filepath.Join(dir, "nothing.txt")+": no such file or directory" {
		t.Errorf("missing: %v", errs)
	}
}

func TestFindMeetsLoopsAndDoublesOnce(t *testing.T) {
	dir := tree(t, "a/one.txt", "a/b/two.txt")
	for link, to := range map[string]string{
		"a/b/up":       "..",             // a loop
		"again":        "a",              // a folder twice
		"a/link.txt":   "b/two.txt",      // a file twice
		"self.txt":     "self.txt",       // a link to itself
		"dead.txt":     "nowhere",        // a link to nothing
		"dead":         "nowhere either", // one that promises no article
		"a/b/deep.txt": "../../a/one.txt",
	} {
		if err := os.Symlink(to, filepath.Join(dir, filepath.FromSlash(link))); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	if err := os.Link(filepath.Join(dir, "a", "one.txt"), filepath.Join(dir, "z.txt")); err != nil {
		t.Skip("no hard links here:", err)
	}
	got, errs := find(t, dir, ".")
	if want := []string{"a/b/deep.txt", "a/b/two.txt"}; !slices.Equal(got, want) {
		t.Errorf("found %v, want %v", got, want)
	}
	if len(errs) != 2 || !strings.Contains(errs[0].Error(), "dead.txt: no such file") || !strings.Contains(errs[1].Error(), "self.txt: ") {
		t.Errorf("errors %v", errs)
	}
}

func TestFindUnreadableFolder(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("nothing is forbidden to root")
	}
	dir := tree(t, "a/one.txt", "b/two.txt", "c/three.txt", "c/four.txt")
	for name, mode := range map[string]os.FileMode{"a": 0, "c": 0o444} {
		path := filepath.Join(dir, name)
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { os.Chmod(path, 0o755) })
	}
	got, errs := find(t, dir, ".")
	if !slices.Equal(got, []string{"b/two.txt"}) || len(errs) != 2 || errs[0].Error() != filepath.Join(dir, "a")+": permission denied" {
		t.Errorf("%v, %v", got, errs)
	}
}
