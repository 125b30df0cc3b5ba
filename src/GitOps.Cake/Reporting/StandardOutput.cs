namespace GitOps.Cake.Reporting;

/// <summary>
/// The standard output of a run whose result is for programs: only the result reaches it, and everything that the build itself prints goes to the
/// standard error. Otherwise it is left alone.
/// </summary>
internal sealed class StandardOutput
{
    private readonly TextWriter _output = Console.Out;

    /// <summary>Keeps the build's own output away from now on.</summary>
    public void Claim() => Console.SetOut(Console.Error);

    /// <summary>Lets the build print as ever.</summary>
    public void Release() => Console.SetOut(_output);

    /// <summary>Prints a result.</summary>
    public void Write(string document)
    {
        _output.Write(document.EndsWith('\n') ? document : $"{document}\n");
        _output.Flush();
    }
}
