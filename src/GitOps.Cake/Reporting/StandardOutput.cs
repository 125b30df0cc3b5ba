using Spectre.Console;

namespace GitOps.Cake.Reporting;

/// <summary>
/// The standard output of a run. Where its result is for programs, only the result reaches it, and everything that the build itself prints goes to
/// the standard error; otherwise it is left alone.
/// </summary>
internal sealed class StandardOutput
{
    private readonly TextWriter _output = Console.Out;
    private IAnsiConsole? _console;

    /// <summary>Keeps the build's own output away from now on.</summary>
    /// <param name="console">The console of Cake's headings and its report, which took hold of the standard output long ago; null where there is none.</param>
    public void Claim(IAnsiConsole? console)
    {
        _console = console;
        LeadTo(Console.Error);
    }

    /// <summary>Lets the build print as ever.</summary>
    public void Release() => LeadTo(_output);

    /// <summary>Prints a result.</summary>
    public void Write(string document)
    {
        _output.Write(document.EndsWith('\n') ? document : $"{document}\n");
        _output.Flush();
    }

    private void LeadTo(TextWriter writer)
    {
        Console.SetOut(writer);
        if (_console is { } console)
            console.Profile.Out = new AnsiConsoleOutput(writer);
    }
}
