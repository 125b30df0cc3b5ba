namespace Cake.Frosting.Tests.OutOfProcess;

/// <summary>How a program is started; without colours, unless a test asks for them.</summary>
internal sealed record ProgramStart(params string[] Arguments)
{
    public string? Directory { get; init; }

    /// <summary>Gets the variables to set; null takes one away.</summary>
    public Dictionary<string, string?> Environment { get; init; } = new() { ["NO_COLOR"] = "1" };
}
