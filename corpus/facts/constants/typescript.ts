declare function reveal(value: unknown): void;

enum Path { Base = 'https://example.jp', Record = '/k/v1/record.json', 'with-dash' = 'dash' }
const enum Computed { Base = 'https://example.jp', Api = `${Base}/k/v1`, Long = Api + '/records.json' }
enum Numbered { Zero, One, Ten = 10, Eleven, Minus = -1, Nought, Shifted = 1 << 3, Next }
namespace Config { export const host = 'example.jp'; export const url = 'https://' + host; export namespace Api { export const path = '/k'; } }
namespace Deep.Er { export const text = 'deep'; }
import Alias = Deep.Er;

reveal(Path.Base + Path.Record); // is: "https://example.jp/k/v1/record.json"
reveal(Path['with-dash'] as string); // is: "dash"
reveal(Computed.Api); // is: "https://example.jp/k/v1"
reveal(Computed.Long); // is: "https://example.jp/k/v1/records.json"
reveal(`${Numbered.Zero},${Numbered.One},${Numbered.Eleven}`); // is: "0,1,11"
reveal(`${Numbered.Minus},${Numbered.Nought}`); // is: "-1,0"
reveal(Numbered.Next!); // is: "9"
reveal(Config.url); // is: "https://example.jp"
reveal(Config.Api.path); // is: "/k"
reveal(Deep.Er.text + Alias.text); // is: "deepdeep"
reveal(<any>('a' as const) + ('b' satisfies string)); // is: "ab"
reveal((<T>(text: T): T => text)<string>('generic')); // is: "generic"
