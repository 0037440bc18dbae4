import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../messages/text.ts';

export type Option = { readonly value: string; readonly label: string };
export type ComboboxProps = {
  readonly id?: string | undefined;
  /** What the list is called, to screen readers. */
  readonly label: string;
  readonly text: string;
  readonly options: readonly Option[];
  readonly isInvalid?: boolean | undefined;
  readonly describedBy?: string | undefined;
  onText(text: string): void;
  onChoose(value: string): void;
  /** The text stands as it is: the field was left, or Enter pressed, with no option taken. */
  onSettle(): void;
  /** Escape with the list closed. */
  onUndo(): void;
};

/** An editable combobox with a list that one chooses from by hand (WAI-ARIA Authoring Practices, combobox with list autocomplete). */
export function Combobox(props: ComboboxProps) {
  const { options, text, label, onChoose, onSettle, onText, onUndo } = props;
  const own = useId();
  const id = props.id ?? own;
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const list = useRef<HTMLDivElement>(null);
  const shown = isOpen ? options : [];
  const chosen = shown[active];
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const choose = (option: Option) => {
    close();
    onChoose(option.value);
  };
  const settle = () => {
    close();
    if (chosen) onChoose(chosen.value);
    else onSettle();
  };
  const step = (by: number) => {
    setOpen(true);
    const count = options.length;
    if (count > 0) setActive((old) => (isOpen || old >= 0 ? (old + by + count + (old < 0 && by < 0 ? 1 : 0)) % count : by > 0 ? 0 : count - 1));
  };
  const keys: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
    ArrowDown: (event) => (event.altKey ? setOpen(true) : step(1)),
    ArrowUp: (event) => (event.altKey ? close() : step(-1)),
    Enter: settle,
    Escape: () => (isOpen ? close() : onUndo()),
  };
  const press = (event: KeyboardEvent) => {
    const act = keys[event.key];
    if (!act || event.isComposing) return;
    event.preventDefault();
    act(event);
  };
  return (
    <span class="combobox">
      <input
        id={id}
        role="combobox"
        autoComplete="off"
        spellcheck={false}
        aria-autocomplete="list"
        aria-expanded={shown.length > 0}
        aria-controls={shown.length > 0 ? `${id}-list` : undefined}
        aria-activedescendant={chosen && `${id}-${active}`}
        aria-invalid={props.isInvalid ? true : undefined}
        aria-describedby={props.describedBy}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => setOpen(true)}
        onInput={(event) => {
          setOpen(true);
          setActive(-1);
          onText(event.currentTarget.value);
        }}
        onKeyDown={press}
        onBlur={settle}
      />
      {shown.length > 0 && (
        <div id={`${id}-list`} role="listbox" aria-label={label} ref={list}>
          {shown.map((option, i) => (
            <ListOption key={option.value} id={`${id}-${i}`} isActive={i === active} onChoose={() => choose(option)}>
              {option.label}
            </ListOption>
          ))}
        </div>
      )}
      <span class="visually-hidden" role="status">
        {isOpen && text !== '' ? t.jurisdictionBox.found(options.length) : ''}
      </span>
    </span>
  );
}

type OptionProps = { readonly id: string; readonly isActive: boolean; readonly onChoose: () => void; readonly children: ComponentChildren };

/** Pressing keeps the focus in the field, whose leaving would settle it first. */
function ListOption({ id, isActive, onChoose, children }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
    <div id={id} role="option" aria-selected={isActive} onMouseDown={(event) => event.preventDefault()} onClick={onChoose}>
      {children}
    </div>
  );
}
