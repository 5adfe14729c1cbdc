// Package locale keeps the toolkit from complaining about the C locale. Fyne reads the locale while it is initialised,
// before any code of ours can run, and prints an error for C.UTF-8, which is what containers have: three lines of it on
// the standard error of every command, whether it opens a window or not.
//
// Packages are initialised by import path among those whose imports are initialised (the Go specification, "Program
// initialization"). This one needs nothing but os, which fyne.io/fyne/v2/lang needs too, through text/template; and its
// path sorts before that. So it comes first. A test of cmd/skein holds it to that.
package locale

import "os"

var _ = plain()

// plain names C instead of C.UTF-8 and its like in this process's environment, and reports whether it had to. Skein writes
// UTF-8 in any locale.
func plain() bool {
	made := false
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := os.Getenv(name); len(v) > 2 && v[:2] == "C." {
			made = os.Setenv(name, "C") == nil || made
		}
	}
	return made
}
