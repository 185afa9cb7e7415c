export { DamagedFile } from './damaged-file';
export { DataUnavailable } from './data-unavailable';
export { type FoundFile, findData } from './find-data';
export { type DownloadProgress, onDownload } from './on-download';
export { type Places, usualPlaces } from './places';
export { type FoundData, readData } from './read-data';
