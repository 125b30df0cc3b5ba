using Cake.Common;
using Cake.Common.Diagnostics;
using Cake.Core;

namespace Cake.Frosting.Sample;

public sealed class SampleContext : FrostingContext
{
    public SampleContext(ICakeContext context)
        : base(context)
    {
        SeenDirectory = context.Environment.WorkingDirectory.FullPath;
        FailIn("context", 9);
    }

    public string SeenDirectory { get; }

    public void Say(string text) => this.Information("{0}", text);

    public void FailIn(string place, int exitCode)
    {
        if (this.Argument("fail-in", "nothing") == place)
        {
            throw new CakeException(exitCode, $"Asked to fail in {place}.");
        }
    }
}
