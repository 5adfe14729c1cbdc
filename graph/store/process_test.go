package store

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"skein/graph"
)

// TestMain runs the tests, or, started by one of them, one of the programs below.
func TestMain(m *testing.M) {
	if program := os.Getenv("STORE_TEST_PROGRAM"); program != "" {
		if err := programs()[program](os.Getenv("STORE_TEST_PATH")); err != nil {
			fmt.Println("error:", err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// programs are run by tests as processes of their own.
func programs() map[string]func(path string) error {
	return map[string]func(string) error{
		"hold":   hold,
		"import": importForever,
		"limit":  importLimited,
		"open":   func(path string) error { _, err := Open(path); return err },
	}
}

// program returns a command that runs a program on a path.
func program(t testing.TB, name, path string) *exec.Cmd {
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(exe)
	c.Env = append(os.Environ(), "STORE_TEST_PROGRAM="+name, "STORE_TEST_PATH="+path)
	c.Stderr = os.Stderr
	return c
}

// hold opens a graph, says so, and keeps it open until it is told to end.
func hold(path string) error {
	s, err := Open(path)
	if err != nil {
		return err
	}
	fmt.Println("open")
	io.Copy(io.Discard, os.Stdin)
	return s.Close()
}

// importForever imports articles and says which are done.
func importForever(path string) error {
	s, err := Open(path)
	if err != nil {
		return err
	}
	for n := 0; ; n++ {
		if _, err := s.Apply(graph.Added("import", longArticle(n)...)); err != nil {
			return err
		}
		fmt.Println(n)
	}
}

func TestSecondProcess(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.skein")
	other := program(t, "hold", path)
	in, err := other.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := other.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := other.Start(); err != nil {
		t.Fatal(err)
	}
	if line, _ := bufio.NewReader(out).ReadString('\n'); line != "open\n" {
		t.Fatalf("the other process said %q", line)
	}
	begin := time.Now()
	_, err = Open(path)
	if !errors.Is(err, graph.ErrBusy) || !strings.Contains(err.Error(), path) {
		t.Errorf("error: %v", err)
	}
	t.Logf("%v after %v", err, time.Since(begin))
	in.Close()
	if err := other.Wait(); err != nil {
		t.Fatal(err)
	}
	open(t, path)
}

// TestSecondStore opens a file twice in one process.
func TestSecondStore(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.skein")
	open(t, path)
	if _, err := Open(path); !errors.Is(err, graph.ErrBusy) {
		t.Errorf("error: %v", err)
	}
}

// TestKilled kills a process in the middle of importing, several times over on the same graph. Each time the graph opens
// again, what was acknowledged is there, and each article is whole or absent.
func TestKilled(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.skein")
	for round := range 5 {
		victim := program(t, "import", path)
		out, err := victim.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := victim.Start(); err != nil {
			t.Fatal(err)
		}
		done := 0
		for lines := bufio.NewScanner(out); lines.Scan(); done++ {
			if strings.HasPrefix(lines.Text(), "error") {
				t.Fatal(lines.Text())
			}
			if done == 2+3*round {
				time.AfterFunc(time.Duration(round)*3*time.Millisecond, func() { victim.Process.Kill() })
			}
		}
		victim.Wait()
		s := open(t, path)
		checkWhole(t, s, done)
		if round == 4 {
			checkQuads(t, s)
		}
		s.Close()
	}
}

// checkWhole checks that a graph holds at least the first n long articles, and all that it holds of others.
func checkWhole(t *testing.T, s *Store, n int) {
	t.Helper()
	left := map[string]bool{}
	for f := range s.Facts() {
		left[f.Slot()] = true
	}
	for i := 0; len(left) > 0 || i < n; i++ {
		there, want := 0, map[string]bool{}
		for _, f := range longArticle(i) {
			want[f.Slot()] = true
		}
		for slot := range want {
			if left[slot] {
				there++
				delete(left, slot)
			}
		}
		if there != len(want) && (there > 0 || i < n) {
			t.Fatalf("article %d: %d of %d facts (%d articles were done)", i, there, len(want), n)
		}
	}
}
