/** One meaning of a word, and the company it keeps. */
export interface Sense {
  readonly word: string;
  /** Its number among all senses, 0, 1, …; two that follow each other are those of one word. */
  readonly label: number;
  readonly name: string;
  /** What it stands near to: no other sense does. */
  readonly things: readonly string[];
  /** Whose it is: no other sense has them. */
  readonly people: readonly string[];
  /** Words of one meaning that stand where the word may stand. */
  readonly companions: readonly string[];
  /** How it is found, right behind it: no other sense is. */
  readonly states: readonly string[];
}

/** word | meaning | things | people | companions | states */
export const senses: readonly Sense[] = `
  bank | shore | river canoe reeds ferry trout rapids | angler sailor swimmer | bridge mill | flooded overgrown
  bank | money | loan cheque vault coins mortgage wallet | cashier lender robber | office safe | insured bankrupt
  bat | animal | cave moth wings attic dusk barn | zoologist caver vampire | owl hedgehog | asleep startled
  bat | club | ball pitch glove stadium helmet wicket | batter umpire coach | scoreboard pads | broken varnished
  crane | bird | marsh nest feathers pond eggs lagoon | birdwatcher ranger painter | heron stork | wading hatching
  crane | machine | scaffold cement girder bricks container pulley | builder welder docker | digger lorry | lifting rusty
  ring | jewel | diamond ruby bracelet wedding pearl velvet | bride jeweller groom | necklace brooch | engraved polished
  ring | fight | ropes bell punch bout knockout gong | boxer referee wrestler | arena gym | crowded cheering
  spring | water | hill moss brook pebbles ferns valley | hiker shepherd monk | fountain well | bubbling frozen
  spring | metal | screw lever clock gear mattress trampoline | mechanic watchmaker engineer | bolt hinge | squeaking loose
  mouse | animal | cheese cat burrow trap straw grain | farmer vet kitten | rat hamster | hungry nibbling
  mouse | device | keyboard screen laptop cable printer monitor | programmer typist gamer | joystick modem | plugged blinking`
  .trim()
  .split('\n')
  .map((line, label) => {
    const [word, name, ...lists] = line.split('|').map((part) => part.trim());
    const [things, people, companions, states] = lists.map((list) => list.split(' '));
    return { word, label, name, things, people, companions, states };
  });

/** Who looks, and what they do: no meaning can be told from them. */
export const viewers = ['i', 'we', 'you', 'they', 'she', 'he', 'everyone', 'nobody'] as const;
export const verbs = ['saw', 'drew', 'noticed', 'liked', 'described', 'remembered', 'mentioned'] as const;

/** How a sentence may end: not at all, with one word, or with two. */
export const endings: readonly { readonly share: number; readonly words: readonly (readonly string[])[] }[] =
  [
    { share: 0.4, words: [] },
    { share: 0.4, words: [['again', 'yesterday', 'today', 'twice']] },
    { share: 0.2, words: [['last'], ['week', 'night', 'monday', 'summer']] },
  ];
