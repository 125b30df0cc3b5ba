using Cake.Core.IO;

namespace Cake.Frosting.Wiring;

internal sealed record WorkingDirectory(DirectoryPath Path);
