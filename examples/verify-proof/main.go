// Verify-proof shows that a file of Whereabouts is in its log, offline: main FILE PROOF POLICY. It shares no code with Whereabouts.
package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
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

func newCosigner(vkey string) (note.Verifier, error) {
	name, rest, _ := strings.Cut(vkey, "+")
	id, code, _ := strings.Cut(rest, "+")
	key, err := base64.StdEncoding.Strict().DecodeString(code)
	sum := sha256.Sum256(append([]byte(name+"\n"), key...))
	if err != nil || len(key) != 1+ed25519.PublicKeySize || key[0] != 4 || hex.EncodeToString(sum[:4]) != id {
		return nil, fmt.Errorf("%q is no key of a witness", vkey)
	}
	return cosigner{name, binary.BigEndian.Uint32(sum[:4]), key[1:]}, nil
}

// A policy says whose signatures count (C2SP tlog-policy); a rule says whether a witness or a group has signed.
type policy struct {
	verifiers []note.Verifier
	logs      []string
	rules     map[string]func(signed []string) bool
	quorum    string
}

func id(name string, hash uint32) string { return fmt.Sprintf("%s+%08x", name, hash) }

func readPolicy(text string) (*policy, error) {
	p := &policy{rules: map[string]func([]string) bool{"none": func([]string) bool { return true }}}
	for _, line := range strings.Split(text, "\n") {
		if words := strings.Fields(line); len(words) > 0 && !strings.HasPrefix(words[0], "#") {
			if err := p.readLine(words); err != nil {
				return nil, fmt.Errorf("%q is no line of a policy: %w", line, err)
			}
		}
	}
	if p.quorum == "" {
		return nil, errors.New("the policy names no quorum")
	}
	return p, nil
}

func (p *policy) readLine(words []string) error {
	switch {
	case words[0] == "log" && len(words) >= 2:
		v, err := note.NewVerifier(words[1])
		if err != nil {
			return err
		}
		p.verifiers, p.logs = append(p.verifiers, v), append(p.logs, id(v.Name(), v.KeyHash()))
	case words[0] == "witness" && len(words) >= 3 && p.rules[words[1]] == nil:
		c, err := newCosigner(words[2])
		if err != nil {
			return err
		}
		p.verifiers = append(p.verifiers, c)
		p.rules[words[1]] = func(signed []string) bool { return slices.Contains(signed, id(c.Name(), c.KeyHash())) }
	case words[0] == "group" && len(words) >= 4 && p.rules[words[1]] == nil:
		members := words[3:]
		least, err := strconv.Atoi(strings.NewReplacer("any", "1", "all", strconv.Itoa(len(members))).Replace(words[2]))
		isUnknown := func(member string) bool { return p.rules[member] == nil || member == "none" }
		if err != nil || least < 1 || least > len(members) || slices.ContainsFunc(members, isUnknown) {
			return errors.New("it is no group of what stands before it")
		}
		p.rules[words[1]] = func(signed []string) bool {
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
		return errors.New("nothing is known of it")
	}
	return nil
}

var errForm = errors.New("proof or checkpoint have not their form")

func decode(code string, of int) ([]byte, error) {
	data, err := base64.StdEncoding.Strict().DecodeString(code)
	if err != nil || (of > 0 && len(data) != of) || base64.StdEncoding.EncodeToString(data) != code {
		return nil, errForm
	}
	return data, nil
}

// count reads a number that has one spelling.
func count(text string) (int64, error) {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || n < 0 || strconv.FormatInt(n, 10) != text {
		return 0, errForm
	}
	return n, nil
}

// verify returns the event that names the file, as the record has it.
func verify(file, proof []byte, p *policy) (string, error) {
	head, checkpoint, _ := strings.Cut(string(proof), "\n\n")
	lines := strings.Split(head, "\n")
	if len(lines) < 3 || lines[0] != "c2sp.org/tlog-proof@v1" || !strings.HasPrefix(lines[1], "extra ") || !strings.HasPrefix(lines[2], "index ") {
		return "", errForm
	}
	event, err := decode(lines[1][len("extra "):], 0)
	index, err2 := count(lines[2][len("index "):])
	var path tlog.RecordProof
	for _, line := range lines[3:] {
		hash, err := decode(line, tlog.HashSize)
		if err != nil {
			return "", err
		}
		path = append(path, tlog.Hash(hash))
	}
	opened, err3 := note.Open([]byte(checkpoint), note.VerifierList(p.verifiers...))
	if err := errors.Join(err, err2, err3); err != nil {
		return "", err
	}
	body := strings.Split(opened.Text, "\n")
	if len(body) != 4 {
		return "", errForm
	}
	size, err := count(body[1])
	root, err2 := decode(body[2], tlog.HashSize)
	if err := errors.Join(err, err2); err != nil {
		return "", err
	}
	var signed []string
	isOfLog := false
	for _, sig := range opened.Sigs {
		// Package note lets the last bits of Base64 be any.
		if _, err := decode(sig.Base64, 0); err != nil {
			return "", err
		}
		signed = append(signed, id(sig.Name, sig.Hash))
		isOfLog = isOfLog || (sig.Name == body[0] && slices.Contains(p.logs, id(sig.Name, sig.Hash)))
	}
	if !isOfLog || !p.rules[p.quorum](signed) {
		return "", errors.New("the checkpoint lacks signatures that the policy asks for")
	}
	leaf := sha256.Sum256(event)
	if err := tlog.CheckRecord(path, size, tlog.Hash(root), index, tlog.RecordHash(leaf[:])); err != nil {
		return "", err
	}
	var naming struct {
		Items map[string]string
		Data  struct{ Documents map[string]string }
	}
	if err := json.Unmarshal(event, &naming); err != nil {
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
	return "", errors.New("the event does not name this file")
}

func main() {
	var read [3][]byte
	err := errors.New("usage: verify-proof FILE PROOF POLICY")
	for i := 0; i < 3 && len(os.Args) == 4; i++ {
		if read[i], err = os.ReadFile(os.Args[i+1]); err != nil {
			break
		}
	}
	var p *policy
	if err == nil {
		p, err = readPolicy(string(read[2]))
	}
	var event string
	if err == nil {
		event, err = verify(read[0], read[1], p)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "not proved:", err)
		os.Exit(1)
	}
	fmt.Printf("%s is in the log, named by this event:\n%s\n", os.Args[1], event)
}
