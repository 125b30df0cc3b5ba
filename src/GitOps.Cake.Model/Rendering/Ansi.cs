namespace GitOps.Cake.Rendering;

/// <summary>Colours as escape sequences that every terminal and CI log of today knows.</summary>
internal static class Ansi
{
    /// <summary>What stands before and after a text to give it its colour; nothing where there is none.</summary>
    public static (string Start, string End) Around(Tone tone, ConsoleStyle style) => style.Colour ? (Code(tone), tone == Tone.Plain ? "" : "\e[0m") : ("", "");

    private static string Code(Tone tone) => tone switch
    {
        Tone.Plain => "",
        Tone.Strong => "\e[1m",
        Tone.Faint => "\e[2m",
        Tone.Add => "\e[32m",
        Tone.Change => "\e[33m",
        _ => "\e[31m",
    };
}
