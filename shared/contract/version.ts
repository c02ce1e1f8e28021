/** Version of all doors together; travels in the start message and in the header `x-contract-version`. */
export const CONTRACT_VERSION = 1;
export const CONTRACT_HEADER = 'x-contract-version';
