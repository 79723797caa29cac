{- expect: REJECTED .*does not exist.* -}
-- What is run while compiling sees no more than what is run afterwards.
{-# LANGUAGE TemplateHaskell #-}
import Language.Haskell.TH
main :: IO ()
main = putStrLn $(runIO (readFile "/etc/shadow") >>= stringE)
