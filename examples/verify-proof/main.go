// Verify-proof shows that a file of Whereabouts is in its log, offline: main FILE PROOF POLICY. It shares no code with Whereabouts.
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// A cosigner verifies what witnesses sign: a time and the whole checkpoint (C2SP tlog-cosignature).
type cosigner struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (c cosigner) Name() string    { return c.name }
func (c cosigner) KeyHash() uint32 { return c.hash }
func (c cosigner) Verify(msg, sig []byte) bool {
	if len(sig) != 8+ed25519.SignatureSize {
		return false
	}
	signed := fmt.Sprintf("cosignature/v1\ntime %d\n%s", binary.BigEndian.Uint64(sig), msg)
	return ed25519.Verify(c.key, []byte(signed), sig[8:])
}

func newCosigner(vkey string) (cosigner, error) {
	name, rest, _ := strings.Cut(vkey, "+")
	id, code, _ := strings.Cut(rest, "+")
	key, err := base64.StdEncoding.DecodeString(code)
	if err != nil || len(key) != 1+ed25519.PublicKeySize || key[0] != 4 {
		return cosigner{}, fmt.Errorf("%q is no key of a witness", vkey)
	}
	sum := sha256.Sum256(append([]byte(name+"\n"), key...))
	if hex.EncodeToString(sum[:4]) != id {
		return cosigner{}, fmt.Errorf("the id of %q is another's", vkey)
	}
	return cosigner{name, binary.BigEndian.Uint32(sum[:4]), key[1:]}, nil
}

// A policy says whose signatures count (C2SP tlog-policy): a name stands once its rule does.
type policy struct {
	verifiers []note.Verifier
	logs      map[string]bool
	rules     map[string]func(signed map[string]bool) bool
	quorum    string
}

func id(v interface {
	Name() string
	KeyHash() uint32
}) string {
	return fmt.Sprintf("%s+%08x", v.Name(), v.KeyHash())
}

func readPolicy(text string) (*policy, error) {
	p := &policy{logs: map[string]bool{}, rules: map[string]func(map[string]bool) bool{}}
	p.rules["none"] = func(map[string]bool) bool { return true }
	for _, line := range strings.Split(text, "\n") {
		words := strings.Fields(line)
		if len(words) == 0 || strings.HasPrefix(words[0], "#") {
			continue
		}
		switch {
		case words[0] == "log" && len(words) >= 2:
			v, err := note.NewVerifier(words[1])
			if err != nil {
				return nil, err
			}
			p.verifiers, p.logs[id(v)] = append(p.verifiers, v), true
		case words[0] == "witness" && len(words) >= 3:
			c, err := newCosigner(words[2])
			if err != nil {
				return nil, err
			}
			p.verifiers = append(p.verifiers, c)
			p.rules[words[1]] = func(signed map[string]bool) bool { return signed[id(c)] }
		case words[0] == "group" && len(words) >= 4:
			least, members := 0, words[3:]
			switch words[2] {
			case "any":
				least = 1
			case "all":
				least = len(members)
			default:
				least, _ = strconv.Atoi(words[2])
			}
			if least < 1 || least > len(members) {
				return nil, fmt.Errorf("%q is no group", line)
			}
			for _, member := range members {
				if p.rules[member] == nil {
					return nil, fmt.Errorf("%q stands on no line before", member)
				}
			}
			p.rules[words[1]] = func(signed map[string]bool) bool {
				n := 0
				for _, member := range members {
					if p.rules[member](signed) {
						n++
					}
				}
				return n >= least
			}
		case words[0] == "quorum" && len(words) == 2 && p.quorum == "" && p.rules[words[1]] != nil:
			p.quorum = words[1]
		default:
			return nil, fmt.Errorf("%q is no line of a policy", line)
		}
	}
	if p.quorum == "" {
		return nil, fmt.Errorf("the policy names no quorum")
	}
	return p, nil
}

// verify returns the event that names the file, as the record has it.
func verify(file, proof []byte, p *policy) (string, error) {
	head, checkpoint, found := strings.Cut(string(proof), "\n\n")
	lines := strings.Split(head, "\n")
	if !found || len(lines) < 3 || lines[0] != "c2sp.org/tlog-proof@v1" || !strings.HasPrefix(lines[1], "extra ") || !strings.HasPrefix(lines[2], "index ") {
		return "", fmt.Errorf("it has not the form of a proof")
	}
	event, err := base64.StdEncoding.Strict().DecodeString(lines[1][len("extra "):])
	index, err2 := strconv.ParseInt(lines[2][len("index "):], 10, 64)
	if err != nil || err2 != nil || lines[2] != fmt.Sprintf("index %d", index) {
		return "", fmt.Errorf("it has not the form of a proof")
	}
	var path tlog.RecordProof
	for _, line := range lines[3:] {
		hash, err := base64.StdEncoding.Strict().DecodeString(line)
		if err != nil || len(hash) != tlog.HashSize {
			return "", fmt.Errorf("it has not the form of a proof")
		}
		path = append(path, tlog.Hash(hash))
	}
	opened, err := note.Open([]byte(checkpoint), note.VerifierList(p.verifiers...))
	if err != nil {
		return "", err
	}
	body := strings.Split(opened.Text, "\n")
	if len(body) != 4 {
		return "", fmt.Errorf("it has not the form of a checkpoint")
	}
	size, err := strconv.ParseInt(body[1], 10, 64)
	root, err2 := base64.StdEncoding.Strict().DecodeString(body[2])
	if err != nil || err2 != nil || len(root) != tlog.HashSize {
		return "", fmt.Errorf("it has not the form of a checkpoint")
	}
	signed, isOfLog := map[string]bool{}, false
	for _, sig := range opened.Sigs {
		name := fmt.Sprintf("%s+%08x", sig.Name, sig.Hash)
		signed[name] = true
		isOfLog = isOfLog || (p.logs[name] && sig.Name == body[0])
	}
	if !isOfLog || !p.rules[p.quorum](signed) {
		return "", fmt.Errorf("the checkpoint lacks signatures that the policy asks for")
	}
	leaf := sha256.Sum256(event)
	if err := tlog.CheckRecord(path, size, tlog.Hash(root), index, tlog.RecordHash(leaf[:])); err != nil {
		return "", err
	}
	var naming struct {
		Items map[string]string
		Data  struct{ Documents map[string]string }
	}
	if err := json.NewDecoder(bytes.NewReader(event)).Decode(&naming); err != nil {
		return "", err
	}
	sum := sha256.Sum256(file)
	for _, hashes := range []map[string]string{naming.Items, naming.Data.Documents} {
		for _, hash := range hashes {
			if hash == hex.EncodeToString(sum[:]) {
				return string(event), nil
			}
		}
	}
	return "", fmt.Errorf("the event does not name this file")
}

func run(names []string) error {
	if len(names) != 3 {
		return fmt.Errorf("usage: verify-proof FILE PROOF POLICY")
	}
	var read [3][]byte
	for i, name := range names {
		var err error
		if read[i], err = os.ReadFile(name); err != nil {
			return err
		}
	}
	p, err := readPolicy(string(read[2]))
	if err != nil {
		return err
	}
	event, err := verify(read[0], read[1], p)
	if err != nil {
		return err
	}
	fmt.Printf("%s is in the log, named by this event:\n%s\n", names[0], event)
	return nil
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "not proved:", err)
		os.Exit(1)
	}
}
