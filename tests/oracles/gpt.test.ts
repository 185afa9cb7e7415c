import { gptCase } from './gpt-case';
import { testOracle } from './oracle';

testOracle('gpt', { gpt: gptCase });
