/** The parts of milsymbol that its own types do not name: the symbols of one set each. */
declare module "milsymbol-parts" {
  export const ms: {
    addIcons(icons: unknown[]): void;
    Symbol: new (code: string, options: Record<string, unknown>) => { isValid(): boolean; asSVG(): string };
  };
  export const numberair: unknown;
  export const numberairmissile: unknown;
  export const numberlandunit: unknown;
  export const numberlandcivilian: unknown;
  export const numberlandequipment: unknown;
  export const numberlandinstallation: unknown;
  export const numbersea: unknown;
  export const numbersubsurface: unknown;
}
