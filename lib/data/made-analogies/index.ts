export {
  type MadeAnalogies,
  type MadeAnalogiesConfig,
  type MadeWord,
  madeAnalogies,
} from './made-analogies';
