import { gptCase } from './gpt-case';
import { testOracle } from './oracle';

testOracle('gpt_nobias', { gpt: gptCase });
