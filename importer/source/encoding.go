package source

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

const (
	// guessFrom is how many bytes the guess of an encoding looks at: chardet reads 3 MB a second.
	guessFrom = 64 << 10
	// sureEnough is the confidence (of 100) below which a guess is not believed.
	sureEnough = 30
	// maxControl is the share of control characters above which something is no text.
	maxControl = 0.02
)

// declaration is where a page names its encoding. (The charset package looks at 1,024 bytes only, and does not tell what
// it read there from its default.)
var declaration = regexp.MustCompile(`(?i)(?:<meta[^>]*\scharset|<meta[^>]*;\s*charset|<\?xml[^>]*\sencoding)\s*=\s*["']?\s*([\w-]+)`)

// decode turns a file's bytes into text in UTF-8: by the byte order mark, else as UTF-8 if all of it is, else by what a
// page declares, else by a guess, else as windows-1252. It is an error when the bytes are no text at all.
func decode(data []byte, html bool) (string, error) {
	if enc, rest := byMark(data); enc != nil {
		return decodeWith(enc, rest)
	}
	if enc := sixteenBits(data); enc != nil {
		return decodeWith(enc, data)
	}
	if what := binary(data); what != "" {
		return "", errors.New(what)
	}
	if utf8.Valid(data) {
		return checked(string(data))
	}
	if damagedUTF8(data) {
		return checked(strings.ToValidUTF8(string(data), "\uFFFD"))
	}
	if html {
		if m := declaration.FindSubmatch(data[:min(len(data), 4096)]); m != nil {
			if enc, name := charset.Lookup(string(m[1])); enc != nil && name != "utf-8" {
				return decodeWith(enc, data)
			}
		}
	}
	return decodeWith(guess(data), data)
}

// byMark tells the encoding by the byte order mark and returns the bytes after it.
func byMark(data []byte) (encoding.Encoding, []byte) {
	for _, m := range []struct {
		mark string
		enc  encoding.Encoding
	}{
		{"\xEF\xBB\xBF", unicode.UTF8},
		{"\xFF\xFE\x00\x00", utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)}, // before UTF-16, whose mark it begins with
		{"\x00\x00\xFE\xFF", utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)},
		{"\xFF\xFE", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
		{"\xFE\xFF", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
	} {
		if rest, ok := bytes.CutPrefix(data, []byte(m.mark)); ok {
			return m.enc, rest
		}
	}
	return nil, data
}

// sixteenBits recognises UTF-16 without a mark by the zero bytes that stand on one side of nearly every Latin letter.
func sixteenBits(data []byte) encoding.Encoding {
	head := data[:min(len(data), 4096)&^1]
	if len(head) < 8 || len(data)%2 != 0 {
		return nil
	}
	var zeros [2]int
	for i, b := range head {
		if b == 0 {
			zeros[i%2]++
		}
	}
	pairs := len(head) / 2
	switch many, few := pairs*6/10, pairs/20; {
	case zeros[1] > many && zeros[0] <= few:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case zeros[0] > many && zeros[1] <= few:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// damagedUTF8 reports whether the bytes are UTF-8 but for a few: bad bytes are rare beside good sequences of several.
func damagedUTF8(data []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	return good > 4*bad
}

// guess tells the encoding from how often which bytes follow each other. Of guesses that are as good (chardet gives them
// in an order that changes) it takes the one whose name comes first: ISO-8859-1, read as windows-1252, where it is one.
func guess(data []byte) encoding.Encoding {
	all, err := chardet.NewTextDetector().DetectAll(data[:min(len(data), guessFrom)])
	if err != nil {
		return charmap.Windows1252
	}
	slices.SortFunc(all, func(a, b chardet.Result) int {
		return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(a.Charset, b.Charset))
	})
	for _, g := range all {
		if enc, _ := charset.Lookup(g.Charset); enc != nil && g.Confidence >= sureEnough {
			return enc
		}
	}
	return charmap.Windows1252
}

// decodeWith decodes and checks that text came of it.
func decodeWith(enc encoding.Encoding, data []byte) (string, error) {
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return "", fmt.Errorf("is not readable text: %w", err)
	}
	return checked(strings.ToValidUTF8(string(out), "\uFFFD"))
}

// checked refuses text in which too much is no text.
func checked(text string) (string, error) {
	odd, all := 0, 0
	for _, r := range text {
		all++
		if r < ' ' && !strings.ContainsRune("\t\n\v\f\r\x1b", r) || r == 0x7f || r == utf8.RuneError {
			odd++
		}
	}
	if float64(odd) > maxControl*float64(all) {
		return "", errors.New("is not text")
	}
	return text, nil
}

// binary says what the bytes are when they are no text; empty for text.
func binary(data []byte) string {
	const later = ", which Skein cannot read yet"
	head := data[:min(len(data), 4096)]
	switch {
	case bytes.HasPrefix(head, []byte("%PDF-")):
		return "is a PDF" + later
	case bytes.HasPrefix(head, []byte(`{\rtf`)):
		return "is an RTF document" + later
	case bytes.IndexByte(data, 0) < 0 && !controls(head):
		return ""
	case bytes.HasPrefix(head, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")):
		return "is an old Office document" + later
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return "is " + zipped(head) + later
	}
	kind := http.DetectContentType(data)
	switch family, _, _ := strings.Cut(kind, "/"); family {
	case "image":
		return "is an image, not text"
	case "audio", "video", "font":
		return "is a file of " + family + ", not text"
	}
	if strings.Contains(kind, "zip") || strings.Contains(kind, "rar") {
		return "is an archive" + later
	}
	return "is binary data, not text"
}

// zipped tells the documents that are zip files apart by the names of their first members.
func zipped(head []byte) string {
	switch {
	case bytes.Contains(head, []byte("word/")) || bytes.Contains(head, []byte("[Content_Types].xml")):
		return "a Word or other Office document"
	case bytes.Contains(head, []byte("opendocument")):
		return "an OpenDocument file"
	case bytes.Contains(head, []byte("epub+zip")):
		return "an EPUB book"
	}
	return "a zip archive"
}

// controls reports whether the bytes hold more control characters than text does.
func controls(head []byte) bool {
	n := 0
	for _, b := range head {
		if b < ' ' && !strings.ContainsRune("\t\n\v\f\r\x1b", rune(b)) {
			n++
		}
	}
	return float64(n) > maxControl*float64(len(head))
}
