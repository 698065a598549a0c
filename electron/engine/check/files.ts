/** The files of the home that findings name. */
export const settingsFile = 'isps_ul.ini';
export const mappingFile = 'acd_map.ini';
