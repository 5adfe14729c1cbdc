package english

import (
	_ "embed"
	"sync"
)

//go:embed speech.txt
var speechFile string

var speech = sync.OnceValue(func() map[string]string { return words(speechFile) })

// Speech is a sort of verb of saying.
type Speech string

// The sorts of verbs of saying.
const (
	NoSpeech    Speech = ""
	SpeechSay   Speech = "say"   // said, told, added
	SpeechClaim Speech = "claim" // claimed, alleged: the writer keeps a distance
	SpeechDeny  Speech = "deny"  // denied, disputed
	SpeechWarn  Speech = "warn"  // warned, hoped, expected
	SpeechCall  Speech = "call"  // called, described: only what is quoted is said
)

// Saying is what sort of verb of saying the lemma is, or NoSpeech.
func Saying(lemma string) Speech { return Speech(speech()[lemma]) }
