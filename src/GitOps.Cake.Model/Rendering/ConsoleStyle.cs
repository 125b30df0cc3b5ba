namespace GitOps.Cake.Rendering;

/// <summary>How text for a console looks. The default is plain: no colour, no wrapping, the same lines in every run.</summary>
public sealed record ConsoleStyle
{
    /// <summary>Whether ANSI colours are used.</summary>
    /// <value>By default false.</value>
    public bool Colour { get; init; }

    /// <summary>The width in columns that lines are wrapped to, at white space only.</summary>
    /// <value>By default null: lines are as long as they are.</value>
    public int? Width { get; init; }

    /// <summary>
    /// Whether every difference is shown as a unified diff too. Otherwise only those that changed fields cannot show: text that differs
    /// in no field, and values of several lines; and what <see cref="Plans.LabelNoise"/> covers is told in one line per release.
    /// </summary>
    /// <value>By default false.</value>
    public bool Diffs { get; init; }

    /// <summary>
    /// The style that fits a place: on a terminal coloured and as wide as it is, elsewhere plain; <c>NO_COLOR</c>, <c>FORCE_COLOR</c>
    /// and <c>TERM=dumb</c> are followed.
    /// </summary>
    /// <param name="isTerminal">Whether the output goes to a terminal, not to a file or a pipe.</param>
    /// <param name="width">The width of the terminal in columns; ignored elsewhere, and where it is not positive.</param>
    /// <param name="environmentVariable">Gives the value of an environment variable, null for one that is not set.</param>
    /// <exception cref="ArgumentNullException"><paramref name="environmentVariable"/> is null.</exception>
    public static ConsoleStyle For(bool isTerminal, int? width, Func<string, string?> environmentVariable)
    {
        ArgumentNullException.ThrowIfNull(environmentVariable);
        bool IsSet(string name) => environmentVariable(name) is not (null or "");
        bool IsOn(string name) => environmentVariable(name) is not (null or "" or "0" or "false");
        return new()
        {
            // https://no-color.org: any value that is not empty turns colours off.
            Colour = !IsSet("NO_COLOR") && (IsOn("FORCE_COLOR") || (isTerminal && environmentVariable("TERM") != "dumb")),
            Width = isTerminal && width > 0 ? width : null,
        };
    }
}
